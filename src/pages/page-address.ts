/**
 * Addresses as a page writes them.
 *
 * Links within the site are paths, so that a page works under any host name that reaches the service; whatever
 * leaves the page (canonical, OpenGraph, feeds) is absolute and comes from the base URL alone (H-45).
 */
import { basePath } from '../base/site.ts';
import type { PageSite } from './page-model.ts';

/** The address of a link on the page: a path gets the base URL's own path in front, anything else stays. */
export function linkAddress(site: PageSite, address: string): string {
  return isPath(address) ? basePath(site) + address : address;
}

/** The same address for the world outside. */
export function absoluteAddress(site: PageSite, address: string): string {
  return isPath(address) ? site.baseUrl + address : address;
}

function isPath(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//');
}
