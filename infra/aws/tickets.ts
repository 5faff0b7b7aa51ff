import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  type GlobalSecondaryIndexPropsV2,
  type ITable,
  ProjectionType,
  StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { TABLE } from '../../shared/adapters/table';

// There is no Scan and no DeleteItem: nothing reads a whole table, and history is not taken back.
type Act = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem';
type Index = (typeof TABLE.indexes)[number];

/** The one table. Its stream tells the relay which commits were written; keys are all that it reads there. */
export class Tickets extends Construct {
  readonly table: ITable;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const table = new TableV2(this, 'table', {
      partitionKey: text(TABLE.partition),
      sortKey: text(TABLE.sort),
      timeToLiveAttribute: TABLE.expires,
      globalSecondaryIndexes: TABLE.indexes.map(indexOf),
      dynamoStream: StreamViewType.KEYS_ONLY,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // CDK's class says “string or undefined” of what its interface says may be missing.
    this.table = table as ITable;
  }

  /** Acts on items of the table itself. */
  allow(who: IGrantable, ...acts: readonly Act[]): void {
    const actions = acts.map((act) => `dynamodb:${act}`);
    Grant.addToPrincipal({ grantee: who, actions, resourceArns: [this.table.tableArn] });
  }

  /** Reads of a list by its index. */
  allowList(who: IGrantable, ...indexes: readonly Index['name'][]): void {
    const resourceArns = indexes.map((index) => `${this.table.tableArn}/index/${index}`);
    Grant.addToPrincipal({ grantee: who, actions: ['dynamodb:Query'], resourceArns });
  }
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const indexOf = ({ name, partition, sort, carries }: Index): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: text(partition),
  sortKey: text(sort),
  ...(carries.length === 0
    ? { projectionType: ProjectionType.KEYS_ONLY }
    : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...carries] }),
});
