/** A telephone number as E.164 writes it: `+4790000001`. */
export type PhoneNumber = string & { readonly brand: 'PhoneNumber' };

/** Whether a text has the form of E.164; whether anybody has that number is not asked. */
export const isPhoneNumber = (text: string): text is PhoneNumber => /^\+[1-9]\d{6,14}$/.test(text);
