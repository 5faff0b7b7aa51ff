import { type MachineSender, machineSendersOf } from '../shared/mail/machine-senders';

/**
 * The machines that write to this desk in others' names: whose inquiry it really is stands in the mail, after the words
 * that its form puts there. They are believed only where SPF or DMARC proves that their domain sent the mail.
 */
export const machineSenders: readonly MachineSender[] = machineSendersOf([
  {
    from: 'skjema@nettsted.example',
    is: 'form',
    fields: {
      name: ['Navn', 'Name'],
      email: ['E-post', 'E-mail'],
      phone: ['Telefon', 'Phone'],
      subject: ['Emne', 'Subject'],
      message: ['Melding', 'Message'],
    },
  },
  {
    from: 'telefonsvarer@telefoni.example',
    is: 'voicemail',
    fields: { name: ['Fra', 'From'], phone: ['Nummer', 'Number'] },
  },
  { from: 'varsel@overvaking.example', is: 'monitoring' },
]);
