import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A page as a browser gets it. */
export const documentOf = (page: ReactNode): string => `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
