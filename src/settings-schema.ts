/**
 * The settings of `feedwright.yaml`: one schema, from which the README's table and the editors' JSON Schema are made too.
 */
import { z } from 'zod';
import { isAddressRange } from './base/address-ranges.ts';
import { LOG_LEVELS } from './base/log.ts';
import { plainLine } from './base/text.ts';
import { CONTENTS, WITHDRAWN_POLICIES } from './feeds/feed-terms.ts';

/** Cleaned like every other plain text, since it stands in every document. */
const text = (max: number) => z.string().overwrite(plainLine).min(1, 'expected a text').max(max);

/** An address once `{key}` and `{path}` are filled in. */
const isPurgeUrl = (template: string) =>
  /^https?:\/\//.test(template) && URL.canParse(template.replaceAll(/\{(key|path|token)\}/g, 'a'));

/** A feed by the home that it has; '' is the main feed, which the settings above are for. */
const FEED_KEY = /^(?:sections|tags|authors)\/[\p{L}\p{N}\p{M}-]{1,100}$/u;

const articlesInFeed = z.int().min(1).max(500).describe('Articles in one feed');
const kilobytesOfFeed = z
  .int()
  .min(16)
  .max(15_000)
  .describe('Kilobytes of the texts in one feed; it holds fewer articles where they are long');
const contentOfFeed = z.enum(CONTENTS).describe('What feeds show of an article: `full` text or `summary`');
const tombstonesOfFeed = z
  .boolean()
  .describe('Atom feeds name what is gone (`at:deleted-entry`, RFC 6721) for 30 days; validators warn of it');
const withdrawnInFeed = z
  .enum(WITHDRAWN_POLICIES)
  .describe(
    'What feeds show of a withdrawn article: nothing (`remove`), or for 30 days a `notice` in its place',
  );

/** Ranges of addresses; as many as somebody may write by hand. */
const addressRanges = z
  .array(
    z
      .string()
      .refine(isAddressRange, 'expected an address such as 192.0.2.7, or a range such as 192.0.2.0/24'),
  )
  .max(1000);

/** `feedwright.yaml`: every key has a default. */
export const settingsSchema = z
  .strictObject({
    site: z
      .strictObject({
        title: text(200).default('Feedwright').describe('The name of the site and of its main feed'),
        description: text(500)
          .default('News and notes, published with Feedwright')
          .describe('One plain sentence about the site'),
        language: z
          .string()
          .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as en or de-AT')
          .default('en')
          .describe('Language of articles and feeds that state no other (RFC 5646)'),
        author: text(200).optional().describe('Author of articles that name none; the title when absent'),
        authority: z
          .string()
          .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'expected a host name in lower case')
          .optional()
          .describe(
            "Host name in every id minted; BASE_URL's host when absent. Set it once, before going public",
          ),
        copyright: text(500).optional().describe('Copyright notice of the feeds'),
      })
      .prefault({}),
    feeds: z
      .strictObject({
        limit: articlesInFeed.default(50),
        kilobytes: kilobytesOfFeed.default(512),
        content: contentOfFeed.default('full'),
        tombstones: tombstonesOfFeed.default(false),
        withdrawn: withdrawnInFeed.default('remove'),
        deltas: z
          .boolean()
          .default(true)
          .describe(
            'Readers that ask for it (`A-IM: feed`) get only what is new since their last poll (RFC 3229)',
          ),
        maxAgeSeconds: z
          .int()
          .min(300)
          .max(3600)
          .default(900)
          .describe('How long readers may wait before they ask again'),
        each: z
          .record(
            z
              .string()
              .regex(
                FEED_KEY,
                'expected a feed such as sections/world, tags/boats or authors/ada-quill; the settings above are the main feed’s',
              ),
            z.strictObject({
              limit: articlesInFeed.optional(),
              kilobytes: kilobytesOfFeed.optional(),
              content: contentOfFeed.optional(),
              tombstones: tombstonesOfFeed.optional(),
              withdrawn: withdrawnInFeed.optional(),
            }),
          )
          .default({})
          .describe(
            'Other values of `limit`, `kilobytes`, `content`, `tombstones` and `withdrawn` for some feeds, by home: `sections/world: { limit: 20 }`',
          ),
      })
      .prefault({}),
    hold: z
      .strictObject({
        withdrawals: z
          .int()
          .min(0)
          .max(1_000_000)
          .default(10)
          .describe('As many articles may vanish at once without being held'),
        share: z
          .number()
          .min(0)
          .max(1)
          .default(0.2)
          .describe(
            'Beyond them: the share of what a feed shows that may vanish at once; 1 turns the hold off but for everything',
          ),
      })
      .prefault({}),
    fairness: z
      .strictObject({
        wholeFeedsPerHour: z
          .int()
          .min(0)
          .max(3600)
          .default(60)
          .describe(
            'How often in an hour one client gets one feed whole, neither compressed nor asked for conditionally; 0 for any number',
          ),
        exemptAddresses: addressRanges
          .default(['127.0.0.0/8', '::1'])
          .describe('Addresses, and ranges of them, that may fetch as they like'),
        exemptAgents: z
          .array(z.string().min(3).max(100))
          .max(100)
          .default(['Feedbin', 'Feedly', 'Inoreader', 'NewsBlur', 'theoldreader'])
          .describe('Reader services that may: what their User-Agent contains'),
      })
      .prefault({}),
    proxy: z
      .strictObject({
        trusted: addressRanges
          .default([])
          .describe('Addresses of the proxies before the service, whose X-Forwarded-For is believed'),
      })
      .prefault({}),
    log: z
      .strictObject({
        level: z
          .enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`)
          .optional()
          .describe('Least severe events that are logged; LOG_LEVEL says it when absent'),
        access: z
          .int()
          .min(0)
          .max(1_000_000)
          .default(0)
          .describe('One of how many requests is logged, with its client: 1 for each, 0 for none'),
      })
      .prefault({}),
    cache: z
      .strictObject({
        cdnMaxAgeSeconds: z
          .int()
          .min(1)
          .max(604_800)
          .optional()
          .describe('How long caches that are told of changes may keep feeds: CDN-Cache-Control (RFC 9213)'),
        surrogateKeys: z
          .enum(['off', 'surrogate-key', 'cache-tag'], 'expected off, surrogate-key or cache-tag')
          .default('off')
          .describe('The header that names an answer to caches: `surrogate-key` or `cache-tag`'),
        purge: z
          .strictObject({
            url: z
              .string()
              .max(2000)
              .refine(isPurgeUrl, 'expected an http or https URL, with {key} or {path} where they belong')
              .optional()
              .describe('Where a cache is told what a change made stale; nobody is told when absent'),
            method: z
              .string()
              .regex(/^[A-Z]{3,20}$/, 'expected a method in capitals such as POST, PURGE or BAN')
              .default('POST')
              .describe('The method of that request'),
            headers: z
              .record(
                z.string().regex(/^[A-Za-z0-9-]{1,100}$/, 'expected the name of a header'),
                z.string().regex(/^[\t\x20-\x7e]{0,2000}$/, 'expected one line of ASCII'),
              )
              .optional()
              .describe(
                'Its headers: `{key}`, `{path}` and `{token}` are filled in, as in the URL and the body',
              ),
            body: z.string().max(10_000).optional().describe('Its body'),
          })
          .prefault({}),
      })
      .prefault({}),
    memory: z
      .strictObject({
        representationsMegabytes: z
          .int()
          .min(8)
          .max(16_384)
          .default(128)
          .describe('Documents kept ready to be sent'),
        fragmentsMegabytes: z
          .int()
          .min(4)
          .max(16_384)
          .default(32)
          .describe('Rendered articles kept for the next document'),
      })
      .prefault({}),
  })
  .prefault({});

/** The settings of feedwright.yaml, complete. */
export type Settings = z.infer<typeof settingsSchema>;
