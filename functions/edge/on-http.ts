import middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Log } from '../../shared/desk/ports';
import { type Request, requestOf } from './request';
import { type Response, responseTo } from './response';

/** The wrapper of every HTTP function: a request comes in, an answer goes out, whatever happens. */
export const onHttp = (log: Log, answer: (request: Request) => Promise<Response>) =>
  middy<APIGatewayProxyEventV2, Response>()
    .onError((request) => {
      request.response = responseTo(request.error, log);
    })
    .handler(async (event) => answer(requestOf(event)));
