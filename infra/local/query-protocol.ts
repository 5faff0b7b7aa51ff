import { type ServiceError, xml } from './stand-in';
import type { HttpAnswer } from './stand-in-server';

/** How SES and SNS answer in the SDK's Query protocol: as XML, each in a namespace of its own. */
export const queryAnswers = (namespace: string) => ({
  xmlAnswer,
  refuse: ({ status, error, message }: ServiceError): HttpAnswer =>
    xmlAnswer(
      status,
      `<ErrorResponse ${namespace}><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>` +
        `<Code>${xml(error)}</Code><Message>${xml(message)}</Message></Error></ErrorResponse>`,
    ),
});

const xmlAnswer = (status: number, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});
