"""Feeds and sitemaps through the binary: their articles are read, their teasers join the pages of the same run by URL."""
import gzip, json, os
from case import Case, STORM

ITEM = '<item><title>{0}</title><link>https://www.vellmark.example/{0}?utm_source=rss</link><pubDate>Mon, 30 Aug 2021 09:0{1}:00 GMT</pubDate>' \
       '<dc:creator>Ilka Brandmoor</dc:creator><description>A teaser [&#8230;]</description>{2}</item>'


def feed(*items):
    return '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Vellmark - all news</title><link>https://www.vellmark.example/</link>\n' + '\n'.join(items) + '</channel></rss>\n'


def article(name, text=STORM):
    return json.dumps({'url': f'https://vellmark.example/{name}', 'text': text}) + '\n'


class Formats(Case):
    def test_teasers_join_whatever_the_order(self):
        listing = self.put('a/feed.xml', feed(ITEM.format('storm', 1, ''), ITEM.format('goat', 2, '')))
        pile = self.put('b/pile.jsonl', article('storm'))
        orders = [[listing, pile], [pile, listing], [self.folder], [os.path.join(self.folder, 'b'), os.path.join(self.folder, 'a')]]
        runs = [self.run_program('trace', *paths, '--json', '-', '--threads', threads) for paths in orders for threads in ('1', '4')]
        self.assertEqual({run.code for run in runs}, {3})
        self.assertEqual(len({run.out for run in runs}), 1, 'the same bytes in any order')
        found = runs[0].json()
        document, = found['documents']
        self.assertEqual(document['published'], {'value': '2021-08-30T09:01:00Z', 'precision': 'second', 'from': 'feed: pubDate'})
        self.assertEqual((document['author'], document['title']), ('Ilka Brandmoor', 'Storm takes the roof off Vellmark school'), 'its own title stays')
        self.assertEqual(self.reasons(found), {listing: '2 entries hold no article text (1 joined article of this run by URL): save the pages they link to, then give those'})

    def test_nothing_is_said_where_all_joined(self):
        self.put('feed.rss.gz', gzip.compress(feed(ITEM.format('storm', 1, '')).encode(), mtime=0))
        self.put('pile.jsonl', article('storm'))
        self.assertEqual(self.trace(self.folder)['skipped'], [])

    def test_meta_goes_before_listings(self):
        listing = self.put('feed.xml', feed(ITEM.format('storm', 1, '')))
        meta = self.put('meta.csv', 'id,author\nhttps://vellmark.example/storm,Osgood Tennerby\n')
        pile = self.put('pile.jsonl', json.dumps({'id': 'https://vellmark.example/storm', 'text': STORM}) + '\n')
        document, = self.trace(listing, pile, '--meta', meta)['documents']
        self.assertEqual((document['author'], document['published']['from']), ('Osgood Tennerby', 'feed: pubDate'))

    def test_full_items_are_articles(self):
        text = ''.join(f'<p>{line}</p>' for line in STORM.splitlines() if line)
        listing = self.put('feed.xml', feed(ITEM.format('storm', 1, f'<content:encoded><![CDATA[{text}]]></content:encoded>'), '<item><title>x < y</title></item>',
                                            ITEM.format('goat', 2, '')))
        found = self.trace(listing, code=3)
        document, = found['documents']
        self.assertEqual((document['path'], document['title'], document['outlet']), (f'{listing}#1', 'storm', 'Vellmark'))
        self.assertIn('I heard it go', document['text'])
        self.assertEqual(sorted(self.reasons(found)), [listing, f'{listing}#2'])

    def test_standard_input_takes_no_part_in_the_join(self):
        found = self.trace('-', self.put('pile.jsonl', article('storm')), stdin=feed(ITEM.format('storm', 1, '')).encode(), code=3)
        self.assertIsNone(found['documents'][0]['published']['value'] if found['documents'][0]['published'] else None)
        self.assertEqual(self.reasons(found), {'-': '1 entry holds no article text: save the pages they link to, then give those'})

    def test_extract_goes_on_behind_listings(self):
        self.put('feed.xml', feed(ITEM.format('storm', 1, ''), ITEM.format('goat', 2, ''), ITEM.format('owl', 3, '')))
        self.put('pile.jsonl', ''.join(article(name, STORM + name) for name in ('storm', 'goat', 'hen')))
        out = os.path.join(self.folder, 'out.jsonl')
        listing = os.path.join(self.folder, 'feed.xml')
        self.assertEqual(self.run_program('extract', listing, os.path.join(self.folder, 'pile.jsonl'), '--jsonl', out, '--threads', '2').code, 3)
        with open(out, 'rb') as f:
            whole = f.read()
        last = json.loads(whole.splitlines()[-1])
        self.assertEqual((len(whole.splitlines()), last['id']), (4, listing))
        self.assertIn('2 joined articles', last['error'])
        for kept in (0, len(whole) // 2, len(whole) - 1, len(whole)):
            with self.subTest(kept):
                with open(out, 'wb') as f:
                    f.write(whole[:kept])
                self.assertEqual(self.run_program('extract', listing, os.path.join(self.folder, 'pile.jsonl'), '--jsonl', out, '--threads', '2').code, 3)
                with open(out, 'rb') as f:
                    self.assertEqual(f.read(), whole)

    def test_xml_of_another_kind_is_named(self):
        path = self.put('a.xml', '<?xml version="1.0"?><newsItem guid="x"><p>Words.</p></newsItem>')
        self.assertIn('root element <newsItem>', self.reasons(self.trace(path, code=3))[path])
