import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { named } from './named';
import type { Settings } from './settings';

/**
 * The HTTP API and its address, which is in the links that the desk writes. It stands here by itself, before the
 * functions that must know it; its routes come with the front door, after them.
 */
export class Site extends Construct {
  readonly api: HttpApi;
  /** Where the desk's pages are, `https://desk.example.no`. */
  readonly url: string;

  constructor(scope: Construct, id: string, { site }: Settings) {
    super(scope, id);
    this.api = new HttpApi(this, 'http', { apiName: named(this, 'front-door'), createDefaultStage: false });
    this.url = site ?? this.api.apiEndpoint;
  }
}
