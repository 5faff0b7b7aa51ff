/** RFC 3464 2.3.3. */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

export interface ReportedRecipient {
  readonly address: string;
  readonly action: DeliveryAction;
  /** Of RFC 3463: `5.1.1`. */
  readonly status?: string;
  readonly diagnostic?: string;
}

/** The status that a server gives; its bare reply code is the status that says no more than that. */
export function statusIn(words: string): string | undefined {
  const [status] = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(words) ?? [];
  const [, reply] = /(?<![\d.])([45])\d\d(?![\d.])/.exec(words) ?? [];
  return status ?? (reply && `${reply}.0.0`);
}
