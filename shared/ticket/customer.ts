import type { Customer } from './events';

/** Whether a letter can reach the customer: in the conversation of a chat, or by mail. */
export const isReachable = ({ email, conversation }: Customer): boolean => Boolean(conversation ?? email);
