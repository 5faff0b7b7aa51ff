import type { Mark } from '../ticket/events';
import type { Facts } from './classification';
import { noticeRules } from './notice-rules';

/** What a rule may notice about a mail without changing where it goes. */
export interface NoticeRule {
  readonly rule: number;
  /** In plain English; nothing, where there is nothing to say. */
  readonly notices: (facts: Facts) => string | undefined;
}

export const marksOf = (facts: Facts): Mark[] =>
  noticeRules.flatMap(({ rule, notices }) => {
    const says = notices(facts);
    return says === undefined ? [] : [{ rule, says }];
  });
