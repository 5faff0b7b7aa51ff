import { Img } from '@react-email/img';
import type { ReactNode } from 'react';
import type { Policy } from '../../promises/policy';
import { letterhead, look } from './look';

type Vendor = Pick<Policy['vendor'], 'name' | 'colour' | 'logo'>;

/** Whose letter it is: by its logo where it has one, else by name. */
export const Brand = ({ name, colour, logo }: Vendor): ReactNode => (
  <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0}>
    <tbody>
      <tr>
        <td style={letterhead(colour)}>{logo ? <Logo name={name} logo={logo} /> : name}</td>
      </tr>
      <tr>
        <td style={look.gap}> </td>
      </tr>
    </tbody>
  </table>
);

// A logo was drawn for one background; in the dark it keeps its own.
const Logo = ({ name, logo }: { readonly name: string; readonly logo: string }): ReactNode => (
  <table role="presentation" cellPadding="0" cellSpacing="0" border={0}>
    <tbody>
      <tr>
        <td style={look.plate}>
          <Img src={logo} alt={name} height={32} style={look.logo} />
        </td>
      </tr>
    </tbody>
  </table>
);
