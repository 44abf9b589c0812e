/** The newspaper whose wire copy is read in tests. */
import type { Site } from '../../src/base/site.ts';

export const PIER_POST: Site = {
  title: 'The Pier Post',
  description: 'News of harbors.',
  language: 'en',
  baseUrl: 'http://localhost:3000',
  authority: 'news.example.org',
  author: 'The Pier Post',
  copyright: undefined,
};
