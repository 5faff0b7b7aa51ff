import { QUESTIONS, RULES } from '../../shared/promises/triage-table';
import { json } from '../edge/response';
import type { Route } from './route';

/** Triage by questions (P2), for whoever makes a form of it. */
export const TRIAGE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/triage',
    does: 'Read the questions of triage in the order in which they are asked, and the rules by which answers decide.',
    answer: async () => json(200, { questions: QUESTIONS, rules: RULES }),
  },
];
