import { relayEffectsFunction } from '../../../functions/relay-effects';
import { desk } from './desk';

export const handler = relayEffectsFunction(desk);
