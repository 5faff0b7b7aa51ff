import type { PostOffice } from '../mail/letters/letters';
import { loopToken } from '../mail/loop-token';
import type { Desk } from './ports';

/** Where all letters are posted from. */
export async function postOffice(desk: Desk): Promise<PostOffice> {
  const { policy, staff } = await desk.circumstances();
  return { policy, staff, addresses: desk.addresses, loopToken: loopToken(await desk.secrets.replySecrets()) };
}
