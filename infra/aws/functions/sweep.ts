import { sweepFunction } from '../../../functions/sweep';
import { desk } from './desk';

export const handler = sweepFunction(desk);
