// RSS 2.0 (rssboard.org), RSS 1.0 with its modules dc and content (purl.org), Atom (RFC 4287, and 0.3 before it). Names of
// other vocabularies (media, itunes, …) are passed over: media:title is that of a picture. Tested by feed_test.cc.
#include "read/feed.h"


#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/dates.h"
#include "read/deadline.h"
#include "read/feed_text.h"
#include "read/fields.h"
#include "read/notes.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

constexpr ListingKind kFeed{"entry", "entries", "save the pages they link to, then give those"};
constexpr std::string_view kBlank = " \t\r\n\f";

std::string trim(std::string_view words) { return std::string(base::trim(words, kBlank)); }

// Vocabularies whose title, description or link are those of something else than the article.
bool is_other_vocabulary(std::string_view name) {
    constexpr auto kOthers = std::to_array<std::string_view>(
        {"dcterms", "g", "geo", "georss", "googleplay", "image", "itunes", "media", "podcast", "psc", "slash", "snf", "sy", "thr", "video", "wfw", "yt"});
    const auto colon = name.find(':');
    return colon != std::string_view::npos && std::binary_search(kOthers.begin(), kOthers.end(), name.substr(0, colon));
}

struct Address {
    std::string url;
    std::uint8_t rank = 0xFF;                      // the lowest wins
};

void keep_best(Address& best, std::string url, std::uint8_t rank) {
    if (!url.empty() && rank < best.rank) best = {std::move(url), rank};
}

// <link>URL</link>, or <link href rel type>: the page of the article before all others.
void read_link(const pugi::xml_node& node, Address& best) {
    const std::string_view rel = node.attribute("rel").value(), type = node.attribute("type").value();
    const std::string href = trim(node.attribute("href").value());
    if (href.empty()) return keep_best(best, trim(all_text(node)), 1);
    if (!rel.empty() && rel != "alternate") return;
    keep_best(best, href, type.empty() || type.find("html") != std::string_view::npos ? 1 : 4);
}

// "mara@quell.example (Mara Quill)" -> "Mara Quill"; a mere address is no name.
std::string read_name(std::string_view words) {
    std::string name = read_line(words);
    const auto open = name.find('('), close = name.rfind(')');
    const auto at = name.find('@');
    if (at == std::string::npos) return name;
    if (open != std::string::npos && close != std::string::npos && at < open && open < close) return base::squeeze(name.substr(open + 1, close - open - 1));
    const auto angle = name.find('<');
    return angle != std::string::npos && angle < at ? base::squeeze(name.substr(0, angle)) : std::string();
}

// Atom's <author><name>, RSS's <author>, <dc:creator>.
void read_author(const pugi::xml_node& node, std::string& authors) {
    std::string words;
    bool atom = false;
    for (const pugi::xml_node& child : node.children()) {
        atom = atom || child.type() == pugi::node_element;
        if (local_name(child) == "name") words = all_text(child);
    }
    const std::string name = read_name(atom ? words : all_text(node));
    if (name.empty() || authors.find(name) != std::string::npos || authors.size() > 1000) return;
    if (!authors.empty()) authors += ", ";
    authors += name;
}

struct DateFound {
    Date date;
    std::uint8_t rank = 0xFF;
    std::string refused;                           // the note, when there is no date
};

void read_date(const pugi::xml_node& node, std::uint8_t rank, DateFound& best) {
    const std::string words = trim(all_text(node));
    if (rank >= best.rank || is_no_date(words)) return;
    if (auto date = parse_date(words)) {
        date->from = fmt::format("feed: {}", node.name());
        best.date = std::move(*date);
        best.rank = rank;
    } else if (best.refused.empty()) {
        best.refused = say_not_understood(words);
    }
}

// The feed itself, or the feed that an item was taken from.
struct Channel {
    std::string title, base, author;               // base: where its relative addresses begin
};

Channel read_channel(const pugi::xml_node& node) {
    Channel channel;
    Address link;
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = local_name(child);
        if (is_other_vocabulary(child.name())) continue;
        if (name == "title" && channel.title.empty()) channel.title = read_line(all_text(child));
        if (name == "link") read_link(child, link);
        if (name == "link" && std::string_view(child.attribute("rel").value()) == "self") keep_best(link, trim(child.attribute("href").value()), 9);
        if (name == "author") read_author(child, channel.author);
    }
    channel.base = is_address(link.url) ? link.url : std::string();
    if (const std::string base = trim(node.attribute("xml:base").value()); is_address(base)) channel.base = base;
    return channel;
}

// "The Quell Times - World news" names the outlet of quelltimes.example; "World news" names none.
std::string find_outlet_name(const std::string& title, const std::string& url) {
    std::string name = title;
    for (const std::string_view mark : {" - ", " | ", ": ", " \u2013 ", " \u2014 ", " \u00BB ", " \u203A "}) name = name.substr(0, name.find(mark));
    const std::string host = find_host(url);
    if (host.empty()) return name;
    const auto fold_letters = [](std::string_view words) {
        std::string letters;
        for (const char c : base::fold(words))
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) letters.push_back(c);
        return letters.starts_with("the") ? letters.substr(3) : letters;
    };
    const std::string letters = fold_letters(name);
    for (std::size_t at = 0; at < host.size();) {
        const std::size_t dot = std::min(host.find('.', at), host.size());
        if (!letters.empty() && fold_letters(std::string_view(host).substr(at, dot - at)) == letters) return name;
        at = dot + 1;
    }
    return {};
}

// Words that nobody has taken apart yet.
struct RawText {
    std::string words;
    bool plain = false;                            // no HTML
};

// One item as it stands there.
struct Entry {
    std::string title, author, outlet;
    Address address;
    DateFound published, updated;
    FeedText content;
    RawText description;                           // seldom needed
};

// "<xhtml:p>" -> "<p>", by the prefix of the first element.
std::string cut_prefixes(std::string html, std::string_view name) {
    const std::string_view prefix = name.substr(0, name.find(':') + 1);
    if (prefix.empty()) return html;
    std::string out;
    for (std::size_t at = 0; at < html.size();) {
        const char c = html[at++];
        out.push_back(c);
        if (c != '<') continue;
        if (at < html.size() && html[at] == '/') out.push_back(html[at++]);
        if (std::string_view(html).substr(at).starts_with(prefix)) at += prefix.size();
    }
    return out;
}

// What the node holds. Atom: `type` says what it is.
RawText take_content(const pugi::xml_node& node, bool atom) {
    const std::string_view type = node.attribute("type").value();
    if (type.find("xhtml") != std::string_view::npos) {
        std::ostringstream html;
        for (const pugi::xml_node& child : node.children()) child.print(html, "", pugi::format_raw, pugi::encoding_utf8);
        const pugi::xml_node first = node.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
        return {cut_prefixes(std::move(html).str(), first.name()), false};
    }
    std::string words = all_text(node);
    const bool plain = atom && (type.empty() || type == "text" || type == "text/plain") && words.find("</") == std::string::npos;
    return {std::move(words), plain};
}

FeedText read_content(const RawText& raw) { return raw.plain ? FeedText{{join_plain(raw.words), {}}, false} : read_feed_text(raw.words); }

void read_source(const pugi::xml_node& node, Entry& entry) {
    const Channel source = read_channel(node);
    entry.outlet = source.title.empty() ? read_line(all_text(node)) : find_outlet_name(source.title, source.base);
    if (is_address(entry.outlet)) entry.outlet.clear();
}

void read_field(const pugi::xml_node& node, Entry& entry) {
    const std::string_view full = node.name(), name = local_name(node);
    if (full == "dcterms:modified") return read_date(node, 1, entry.updated);
    if (full == "dcterms:created" || full == "dcterms:issued") return read_date(node, 2, entry.published);
    if (full == "dc:publisher") return void(entry.outlet = entry.outlet.empty() ? read_line(all_text(node)) : entry.outlet);
    if (full == "dc:source" || is_other_vocabulary(full)) return;
    if (name == "title" && entry.title.empty()) entry.title = read_line(all_text(node));
    if (name == "link") read_link(node, entry.address);
    if (name == "origLink") keep_best(entry.address, trim(all_text(node)), 0);
    if (name == "guid" && std::string_view(node.attribute("isPermaLink").value()) != "false") {
        if (std::string url = trim(all_text(node)); is_address(url)) keep_best(entry.address, std::move(url), 2);
    }
    if (name == "id") {
        if (std::string url = trim(all_text(node)); is_address(url)) keep_best(entry.address, std::move(url), 5);
    }
    if (name == "author" || name == "creator") read_author(node, entry.author);
    if (name == "pubDate" || name == "published") read_date(node, 0, entry.published);
    if (name == "date" || name == "issued" || name == "created") read_date(node, 1, entry.published);
    if (name == "updated" || name == "modified") read_date(node, 0, entry.updated);
    if (name == "source") read_source(node, entry);
    const bool body = name == "encoded" || name == "full-text" || name == "body";
    if ((body || name == "content") && entry.content.page.text.empty()) entry.content = read_content(take_content(node, name == "content"));
    if ((name == "description" || name == "summary") && entry.description.words.empty()) entry.description = take_content(node, name == "summary");
}

Entry read_entry(const pugi::xml_node& node, const Channel& channel) {
    Entry entry;
    if (std::string about = trim(node.attribute("rdf:about").value()); is_address(about)) keep_best(entry.address, std::move(about), 3);
    for (const pugi::xml_node& child : node.children()) read_field(child, entry);
    const std::string base = resolve_url(trim(node.attribute("xml:base").value()), channel.base);
    entry.address.url = resolve_url(entry.address.url, base.empty() ? channel.base : base);
    if (entry.author.empty()) entry.author = channel.author;
    if (entry.outlet.empty()) entry.outlet = find_outlet_name(channel.title, entry.address.url);
    // An Atom entry that never changed has no other date.
    if (!entry.published.date.known()) entry.published.date = std::exchange(entry.updated.date, {});
    return entry;
}

// The text of the article, if the item holds it; else empty.
PageText choose_text(Entry& entry) {
    constexpr std::size_t kShortest = 400;         // bytes: no whole article has less
    PageText& content = entry.content.page;
    // A teaser may stand in both places. HTML is never shorter than its text.
    const bool maybe_copied = entry.description.words.size() + 16 > content.text.size();
    const bool ask = maybe_copied && (!content.text.empty() || entry.description.words.size() >= kShortest);
    FeedText description = ask ? read_content(entry.description) : FeedText{};
    if (content.text.empty() || content.text == description.page.text) return is_whole_article(description) ? std::move(description.page) : PageText{};
    return !ends_as_teaser(content.text) || is_long(content.text) ? std::move(content) : PageText{};
}

XmlFound make_found(Entry entry, std::string path) {
    PageText text = choose_text(entry);
    if (text.text.empty()) {
        return Listed{std::move(entry.address.url), std::move(entry.title), std::move(entry.author), std::move(entry.outlet),
                      std::move(entry.published.date)};
    }
    Document document;
    document.path = std::move(path);
    document.extracted = true;
    document.url = std::move(entry.address.url);
    document.title = std::move(entry.title);
    document.author = std::move(entry.author);
    document.outlet = std::move(entry.outlet);
    document.published = std::move(entry.published.date);
    document.updated = std::move(entry.updated.date);
    if (ends_as_teaser(text.text)) add_note(document, kTruncated);
    document.text = std::move(text.text);
    document.links = std::move(text.links);
    if (!document.published.known() && !entry.published.refused.empty()) document.notes.push_back(std::move(entry.published.refused));
    return document;
}

// RSS 1.0 has its channel beside the items, all others have them in it.
Channel find_channel(const pugi::xml_node& parent) {
    if (local_name(parent) != "RDF") return read_channel(parent);
    for (const pugi::xml_node& child : parent.children())
        if (local_name(child) == "channel") return read_channel(child);
    return {};
}

}  // namespace

bool is_feed(std::string_view head) {
    const XmlRoot root = find_xml_root(head);
    if (root.name == "feed") return root.attributes.find("tom") != std::string_view::npos || head.find("<entry") != std::string_view::npos;
    return root.name == "rss" || (root.name == "RDF" && (root.attributes.find("/rss/") != std::string_view::npos || head.find("<item") != std::string_view::npos));
}

std::vector<XmlFound> read_feed(const std::string& utf8, std::chrono::milliseconds document_time) {
    std::vector<XmlFound> found;
    std::unordered_map<std::size_t, Channel> channels;               // by the node that their items stand in
    std::size_t number = 0;
    visit_records(utf8, {"item", "entry"}, [&](const XmlRecord& record) {
        std::string path = fmt::format("#{}", ++number);
        if (!record.problem.empty()) return void(found.emplace_back(Skipped{std::move(path), record.problem}));
        const auto [channel, fresh] = channels.try_emplace(record.parent.hash_value());
        if (fresh) channel->second = find_channel(record.parent);
        const Deadline deadline(document_time);
        found.push_back(make_found(read_entry(record.node, channel->second), path));
        hold_to(deadline, std::move(path), found.back());
    });
    return found;
}

std::unique_ptr<DocumentStream> open_feed(Opened opened) { return open_xml(std::move(opened), read_feed, kFeed); }

void list_feed(Opened opened, Listings& listings) { list_xml(std::move(opened), listings, read_feed, kFeed); }

}  // namespace firsthand::read
