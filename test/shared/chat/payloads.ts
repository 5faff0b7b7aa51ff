/** Webhooks as the providers publish them, in the shapes of several versions. */

/** Chatwoot's help page (“How to use webhooks”): ids are texts, and the agent is named as the sender. */
export const CHATWOOT_PUBLISHED = {
  event: 'message_created',
  id: '1',
  content: 'Hi',
  created_at: '2020-03-03 13:05:57 UTC',
  message_type: 'incoming',
  content_type: 'text',
  content_attributes: {},
  source_id: '',
  sender: { id: '1', name: 'Agent', email: 'agent@example.com' },
  contact: { id: '1', name: 'contact-name' },
  conversation: {
    display_id: '1',
    additional_attributes: { browser: { browser_name: 'string' }, referer: 'string', initiated_at: 'timestamp' },
  },
  account: { id: '1', name: 'Chatwoot' },
};

/** What Chatwoot 4 posts: ids are numbers, the sender is the contact. */
export const CHATWOOT_MESSAGE = {
  event: 'message_created',
  id: 5021,
  account: { id: 1, name: 'Klubben' },
  additional_attributes: {},
  content_attributes: {},
  content_type: 'text',
  content: 'Hei, jeg får ikke meldt på laget mitt.',
  created_at: '2026-01-12T09:00:00.123Z',
  message_type: 'incoming',
  private: false,
  source_id: null,
  inbox: { id: 3, name: 'Nettsiden' },
  sender: {
    id: 44,
    name: 'Lise',
    email: 'Lise@Klubb.example',
    phone_number: '+4790000001',
    thumbnail: '',
    additional_attributes: { company_name: 'Klubben IL' },
    custom_attributes: {},
    account: { id: 1, name: 'Klubben' },
  },
  conversation: {
    id: 207,
    inbox_id: 3,
    channel: 'Channel::WebWidget',
    status: 'open',
    can_reply: true,
    messages: [{ id: 5021, message_type: 0, content: 'Hei, jeg får ikke meldt på laget mitt.' }],
    meta: { sender: { id: 44, name: 'Lise', email: 'lise@klubb.example', type: 'contact' }, hmac_verified: false },
    created_at: 1768208400,
    updated_at: 1768208400.123,
  },
};

export const CHATWOOT_FILE = {
  id: 9,
  message_id: 5021,
  file_type: 'image',
  account_id: 1,
  extension: null,
  data_url: 'https://chat.klubb.example/rails/active_storage/blobs/redirect/eyJf--0a/P%C3%A5melding.png',
  thumb_url: 'https://chat.klubb.example/rails/active_storage/representations/redirect/eyJf--0b/P%C3%A5melding.png',
  file_size: 31_337,
};

/** The widget has asked for an address, and got one. */
export const CHATWOOT_ADDRESS_LEFT = {
  ...CHATWOOT_MESSAGE,
  event: 'message_updated',
  id: 5019,
  content: 'Get notified by email',
  content_type: 'input_email',
  content_attributes: { submitted_email: 'lise@klubb.example' },
  message_type: 'template',
  sender: null,
  conversation: { ...CHATWOOT_MESSAGE.conversation, meta: { sender: { id: 44, name: 'Lise', email: null } } },
};

export const CHATWOOT_RESOLVED = {
  event: 'conversation_status_changed',
  id: 207,
  inbox_id: 3,
  status: 'resolved',
  meta: { sender: { id: 44, name: 'Lise' } },
  changed_attributes: [{ status: { previous_value: 'open', current_value: 'resolved' } }],
  timestamp: 1768208400,
  created_at: 1768208400,
  updated_at: 1768209000.5,
};

/** The envelope of a delivery that was recorded, of an answer by a teammate. */
export const INTERCOM_ADMIN_REPLIED = {
  type: 'notification_event',
  app_id: 'lkqcyt9t',
  data: {
    type: 'notification_event_data',
    item: {
      type: 'conversation',
      id: '137324500000000',
      created_at: 1596634805,
      updated_at: 1596635049,
      user: { type: 'user', id: '5ee3d479d1cf3dedbee23d68', name: 'Bob Dylan', email: 'bob.dylan@rei.com' },
      assignee: { type: 'admin', id: '3330619', name: 'Andy', email: 'andy@gmail.com' },
      conversation_message: {
        type: 'conversation_message',
        id: '608953158',
        url: null,
        subject: '',
        body: '<p>Hi Bob,hola</p>',
        author: { type: 'admin', id: '3330619' },
        attachments: [],
      },
      conversation_parts: {
        type: 'conversation_part.list',
        conversation_parts: [
          {
            type: 'conversation_part',
            id: '6073780765',
            part_type: 'open',
            body: '<p>hi Bob</p>',
            created_at: 1596635049,
            updated_at: 1596635049,
            notified_at: 1596635049,
            assigned_to: null,
            author: { type: 'admin', id: '3330619', name: 'Andy' },
            attachments: [],
            external_id: null,
          },
        ],
        total_count: 1,
      },
      open: true,
      state: 'open',
      tags: { type: 'tag.list', tags: [] },
    },
  },
  links: {},
  id: 'notif_e94f2e3a-95e5-4419-af52-ad0ee1cc7de4',
  topic: 'conversation.admin.replied',
  delivery_status: 'pending',
  delivery_attempts: 1,
  delivered_at: 0,
  first_sent_at: 1596635051,
  created_at: 1596635051,
  self: null,
};

const notification = (topic: string, item: object, created_at: number | string = 1768208400) => ({
  type: 'notification_event',
  app_id: 'aaaaa',
  id: 'notif_123456-56465-546546',
  topic,
  created_at,
  data: { type: 'notification_event_data', item },
});

/** Until version 2.0, times as texts. */
export const INTERCOM_OLD_CREATED = notification(
  'conversation.user.created',
  {
    type: 'conversation',
    id: '123456789',
    created_at: '1410335293',
    user: { type: 'user', id: '540f1de7112d3d1d51001637', name: 'Kill Bill', email: 'bill@bill.example' },
    assignee: { type: 'nobody_admin', id: null },
    conversation_message: {
      type: 'conversation_message',
      id: '321546',
      subject: '',
      body: '<p>An important message</p>',
      author: { type: 'user', id: '540f1de7112d3d1d51001637' },
      attachments: [],
    },
  },
  '1410335293',
);

/** Version 2: the first message is the source, and there are contacts. */
export const INTERCOM_CREATED = notification('conversation.user.created', {
  type: 'conversation',
  id: '215469',
  created_at: 1768208400,
  updated_at: 1768208400,
  source: {
    type: 'conversation',
    id: '403918391',
    delivered_as: 'customer_initiated',
    subject: '',
    body: '<p>Hei, jeg får ikke meldt på laget mitt.</p>\n<p>Det står &quot;feil 12&quot; &amp; mer.</p>',
    author: { type: 'lead', id: '6762f1f81bb69f9f2193bc13', name: 'Lise', email: 'Lise@Klubb.example' },
    attachments: [],
    redacted: false,
  },
  contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: '6762f1f81bb69f9f2193bc13' }] },
  conversation_parts: { type: 'conversation_part.list', conversation_parts: [], total_count: 0 },
});

const LISE = { type: 'user', id: '6762f1f81bb69f9f2193bc13', name: 'Lise', email: 'lise@klubb.example' };

const part = (id: string, body: string | null, rest: object = {}) => ({
  type: 'conversation_part',
  id,
  part_type: 'comment',
  body,
  created_at: 1768208460,
  author: LISE,
  attachments: [],
  ...rest,
});

/** What a visitor has written on, a pasted picture and a file with it; and what is none of the visitor's. */
export const INTERCOM_REPLIED = notification('conversation.user.replied', {
  type: 'conversation',
  id: '215469',
  source: { type: 'conversation', id: '403918391', body: '<p>Hei</p>', author: LISE },
  conversation_parts: {
    type: 'conversation_part.list',
    conversation_parts: [
      part(
        '1',
        '<p>Laget heter Rød.</p><p><img src="https://downloads.intercomcdn.example/i/o/7/skjerm.png?a=1&amp;b=2"></p>',
      ),
      part('2', null, {
        attachments: [
          {
            type: 'upload',
            name: 'lag.csv',
            url: 'https://downloads.intercomcdn.example/lag',
            content_type: 'text/csv',
          },
        ],
      }),
      part('3', null, { part_type: 'assignment' }),
      part('4', '<p>En gang til</p>', { author: { type: 'admin', id: '7', name: 'Andy' } }),
      part('5', '<p>Jeg er en bot</p>', { author: { type: 'bot', id: '8', name: 'Fin' } }),
      part('6', '<p>Bare for oss</p>', { part_type: 'note' }),
    ],
    total_count: 6,
  },
});

export const INTERCOM_CLOSED = notification('conversation.admin.closed', {
  type: 'conversation',
  id: '215469',
  state: 'closed',
  updated_at: 1768209000,
});

export const INTERCOM_PING = notification('ping', { type: 'ping', message: 'something something interzen' });
