import type { OpenedTicket } from './ticket';

/** The addresses of all who take part in the conversation: the customer, who was copied in, and whom an agent has let in. */
export const participantsOf = ({ customer, absorbed = [], messages }: OpenedTicket): readonly string[] => [
  ...new Set(
    [
      ...[customer, ...absorbed].flatMap(({ email, answersTo }) => [email, answersTo]),
      ...messages.flatMap(({ cc, sender }) => [...cc, sender?.email]),
    ].filter((address) => address !== undefined),
  ),
];
