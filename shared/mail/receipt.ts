export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED';

/** What the receiving server says of a mail. */
export interface Receipt {
  readonly verdicts: Readonly<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', Verdict>>;
  /** What the sender's domain asks to be done with a mail that fails DMARC; SES says it of no other. */
  readonly dmarcPolicy?: 'none' | 'quarantine' | 'reject';
  /** Empty or `<>` is the null return path. */
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
}
