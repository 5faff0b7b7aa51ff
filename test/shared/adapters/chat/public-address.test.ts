import { isPublicAddress } from '../../../../shared/adapters/chat/public-address';

it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '100.63.255.255', '2a00:1450:400f:80d::200e'])(
  '%s is on the internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  ['this machine', '127.0.0.1'],
  ['this machine, another way', '127.255.255.254'],
  ['nowhere', '0.0.0.0'],
  ['a private network', '10.1.2.3'],
  ['another', '172.16.0.1'],
  ['the last of them', '172.31.255.255'],
  ['a third', '192.168.1.1'],
  ['what tells a function of its rights', '169.254.169.254'],
  ['a carrier’s network', '100.64.0.1'],
  ['a group', '224.0.0.1'],
  ['everybody', '255.255.255.255'],
  ['this machine in IPv6', '::1'],
  ['IPv4 in IPv6', '::ffff:127.0.0.1'],
  ['IPv4 translated', '64:ff9b::7f00:1'],
  ['6to4', '2002:7f00:1::'],
  ['a link', 'fe80::1'],
  ['a private network in IPv6', 'fd00::1'],
  ['AWS’s own in IPv6', 'fd00:ec2::254'],
  ['no address', 'localhost'],
])('%s is not (%s %s)', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
