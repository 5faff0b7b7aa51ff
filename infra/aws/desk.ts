import type { Alarms } from './alarms';
import type { Files } from './files';
import type { Secrets } from './secrets';
import type { Sending } from './sending';
import type { Settings } from './settings';
import type { Site } from './site';
import type { Tickets } from './tickets';

/** What the desk's functions share. Which of it each may use is said where the function is made. */
export interface Desk {
  readonly settings: Settings;
  readonly tickets: Tickets;
  readonly files: Files;
  readonly site: Site;
  readonly secrets: Secrets;
  readonly sending: Sending;
  readonly alarms: Alarms;
}

/** The environment that the composition root reads (`functions/desk.ts`). */
export const environmentOf = ({
  settings,
  tickets,
  files,
  site,
  secrets,
  sending,
  alarms,
}: Desk): Record<string, string> => ({
  TABLE: tickets.table.tableName,
  BUCKET: files.bucket.bucketName,
  SITE: site.url,
  SUPPORT_ADDRESS: settings.supportAddress,
  MANAGEMENT_ADDRESS: settings.managementAddress,
  SECRETS_PREFIX: secrets.prefix,
  CHAT_REPLY_URL: settings.chatReplyUrl,
  CONFIGURATION_SET: sending.configurationSet.configurationSetName,
  ...(settings.smsSender && { SMS_SENDER: settings.smsSender }),
  ALARM_GROUP: alarms.group.scheduleGroupName,
  WAKE_TICKET_ARN: alarms.wakeTicketArn,
  ALARM_ROLE_ARN: alarms.role.roleArn,
  ALARM_DEAD_LETTERS_ARN: alarms.deadLetters.queueArn,
});
