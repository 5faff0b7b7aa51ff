import { tagOf } from '../../shared/mail/letter-tag';

/** What SES tells through EventBridge, as far as a test must say it; the rest is as it mostly is. */
interface News {
  readonly letter?: string;
  readonly to?: readonly string[];
  readonly at?: string;
  readonly id?: string;
}

export const deliveryNews = (about: News = {}) => {
  const { to, at } = whole(about);
  return event('Email Delivered', about, { delivery: { timestamp: at, recipients: to, smtpResponse: '250 OK' } });
};

export const delayNews = (about: News = {}) =>
  event('Email Delivery Delayed', about, { deliveryDelay: { timestamp: whole(about).at, delayType: 'General' } });

export const rejectNews = (about: News = {}) => event('Email Rejected', about, { reject: { reason: 'Bad content' } });

interface BounceNews extends News {
  readonly type?: 'Permanent' | 'Transient' | 'Undetermined';
  /** Whom the other mail server says that it was for. */
  readonly said?: string;
  readonly report?: object;
}

export function bounceNews({ type = 'Permanent', said, report = NO_SUCH_USER, ...about }: BounceNews = {}) {
  const { to, at, id } = whole(about);
  const bouncedRecipients = (said === undefined ? to : [said]).map((emailAddress) => ({ emailAddress, ...report }));
  const bounce = { timestamp: at, feedbackId: id, bounceType: type, bounceSubType: 'General', bouncedRecipients };
  return event('Email Bounced', about, { bounce });
}

export function complaintNews({ subType = null, ...about }: News & { readonly subType?: string | null } = {}) {
  const { to, at, id } = whole(about);
  const complainedRecipients = to.map((emailAddress) => ({ emailAddress }));
  const complaint = { timestamp: at, feedbackId: id, complaintSubType: subType, complainedRecipients };
  return event('Email Complaint Received', about, { complaint });
}

const NO_SUCH_USER = { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 no such user' };

const whole = ({ to = ['kari@kunde.example'], at = '2026-01-12T09:00:05.000Z', id = 'news-1' }: News) => ({
  to,
  at,
  id,
});

function event(type: string, about: News, detail: object) {
  const { to, at, id } = whole(about);
  const tags = { 'ses:configuration-set': ['letters'], ...(about.letter && { letter: [tagOf(about.letter)] }) };
  return {
    version: '0',
    id,
    'detail-type': type,
    source: 'aws.ses',
    time: at,
    detail: { mail: { timestamp: at, messageId: 'ses-1', destination: to, tags }, ...detail },
  };
}
