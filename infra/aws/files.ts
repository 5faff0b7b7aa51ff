import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Raw mail that has come in, raw mail that has become tickets, its HTML as it came, long texts, and attachments. */
type Prefix = 'inbound/' | 'mail/' | 'html/' | 'words/' | 'attachments/';

const ACTS = { read: 's3:GetObject', write: 's3:PutObject', remove: 's3:DeleteObject' } as const;

/**
 * Raw mails, long texts and attachments. Nothing here expires, least of all mail that waits under `inbound/`;
 * what was removed or written over can be had back for a month, and what was redacted is gone for good after that.
 */
export class Files extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = guarded(this, 'bucket', {
      versioned: true,
      serverAccessLogsBucket: guarded(this, 'access-logs', { lifecycleRules: [{ expiration: Duration.days(90) }] }),
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(30),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
  }

  allow(who: IGrantable, act: keyof typeof ACTS, ...prefixes: readonly Prefix[]): void {
    const resourceArns = prefixes.map((prefix) => this.bucket.arnForObjects(`${prefix}*`));
    Grant.addToPrincipal({ grantee: who, actions: [ACTS[act]], resourceArns });
  }

  /**
   * Lists what is here. Whoever may not do that is told “access denied” of a file that is gone, instead of
   * “no such key”, and a condition on the prefix would do the same.
   */
  allowList(who: IGrantable): void {
    Grant.addToPrincipal({ grantee: who, actions: ['s3:ListBucket'], resourceArns: [this.bucket.bucketArn] });
  }
}

// CDK's class says “boolean or undefined” of what its interface says may be missing.
const guarded = (scope: Construct, id: string, props: BucketProps): IBucket =>
  new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  }) as IBucket;
