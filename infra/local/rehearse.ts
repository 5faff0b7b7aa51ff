import './production';
import * as z from 'zod';
import { rehearse } from './rehearsal';

rehearse(process.argv.slice(2), process.env).then(console.log, (error: unknown) => {
  console.error(error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error);
  process.exit(1);
});
