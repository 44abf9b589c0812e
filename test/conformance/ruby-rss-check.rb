# Parses RSS and Atom with Ruby's rss library in validating mode, and says what it complains of.
#
# In: JSON on standard input, a list of {"url", "text", "articles": [{"id", "title"}]}. Out: a JSON list of complaints
# on standard output; none means that every document is valid and holds exactly those articles in that order.
require 'json'
require 'rss'

def articles_of(document)
  case document
  when RSS::Rss then document.items.map { |item| [item.guid.content, item.title] }
  when RSS::Atom::Feed then document.entries.map { |entry| [entry.id.content, entry.title.content] }
  end
end

def complaints(feed)
  document = RSS::Parser.parse(feed['text'], true)
  return ["#{feed['url']}: is no feed to it"] if document.nil?

  found = articles_of(document)
  expected = feed['articles'].map { |article| article.values_at('id', 'title') }
  return [] if found == expected

  ["#{feed['url']}: found #{(found - expected).first.inspect}, expected #{(expected - found).first.inspect} (J-25)"]
rescue RSS::Error => e
  ["#{feed['url']}: #{e.class}: #{e.message}"]
end

puts JSON.generate(JSON.parse($stdin.read).flat_map { |feed| complaints(feed) })
