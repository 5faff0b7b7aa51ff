import { webFunction } from '../../../functions/web';
import { desk, identify } from './desk';

export const handler = webFunction(desk, identify());
