import type { Instant } from '../../promises/instant';

/** How a browser is to take a file: saved under its name, or as an image of a page. */
export type Served =
  | { readonly as: 'attachment'; readonly name: string }
  | { readonly as: 'image'; readonly type: ImageType };

/** The images that every browser shows and none runs. SVG is a page that runs scripts. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** The headers are signed: what is sent with others, or has another length, is turned away. */
export interface UploadAddress {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Files {
  /** Nothing when there is no such file. */
  read(key: string): Promise<Buffer | undefined>;
  /** A file with a name is an attachment: whoever comes to it with a browser saves it, and never runs it. */
  write(key: string, bytes: Buffer, type: string, name?: string): Promise<void>;
  /** How many bytes a file has; nothing when there is no such file. */
  size(key: string): Promise<number | undefined>;
  /** An address to read a file from for five minutes, without any other right. */
  download(key: string, as: Served): Promise<string>;
  /** An address that takes this file, and no other, for fifteen minutes. */
  upload(key: string, file: Upload): Promise<UploadAddress>;
  /** Removes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Moves a file; one that has been moved already is no error. */
  move(from: string, to: string): Promise<void>;
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly at: Instant }>;
}
