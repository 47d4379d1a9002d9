// The vocabulary: what every stage takes and gives. Start here.
//
// Plain data, standard library only. Positions, not pointers: everything can be copied, saved, sent and shown as it is.
// The law, tested for every stage: a span lies inside its text, on UTF-8 boundaries, and slice(text, span) is what the
// reader sees. Spans inside the program are bytes; every output is in code points (base/utf8.h converts).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand {

// ---------------------------------------------------------------- places

// Bytes of Document::text, half open.
struct ByteSpan {
    std::uint32_t begin = 0, end = 0;
    friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
    friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
};

// Tokens of Annotation::tokens, half open. A type of its own, so that the two cannot be mixed up.
struct TokenSpan {
    std::uint32_t begin = 0, end = 0;
    friend bool operator==(const TokenSpan&, const TokenSpan&) = default;
    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
};

inline std::string_view slice(std::string_view text, ByteSpan span) {
    return span.empty() ? std::string_view{} : text.substr(span.begin, span.end - span.begin);
}

inline bool overlap(ByteSpan a, ByteSpan b) { return a.begin < b.end && b.begin < a.end; }

// Names a document for as long as it lives: 64 bits of XXH3 over its identity(). Orders documents without regard to input order.
using DocumentKey = std::uint64_t;

// An entity of one reading: Entity::id, from 1. 0 means nobody.
using EntityId = std::uint32_t;
inline constexpr EntityId kNobody = 0;

// ---------------------------------------------------------------- documents

enum class DatePrecision : std::uint8_t { none, year, month, day, second };

// A date as a field of the input gave it.
struct Date {
    std::string value;                             // ISO 8601, cut to its precision ("2021-08", "2021-08-31"); empty: undated
    std::string from;                              // the field that gave it ("published", "date_publish")
    std::int64_t seconds = 0;                      // begin of `value` in UTC, seconds since 1970
    DatePrecision precision = DatePrecision::none;
    friend bool operator==(const Date&, const Date&) = default;
    [[nodiscard]] bool known() const { return precision != DatePrecision::none; }
};

// A link as the page set it, inside the text.
struct Hyperlink {
    ByteSpan span;                                 // bytes of Document::text
    std::string url;                               // absolute, http or https
    friend bool operator==(const Hyperlink&, const Hyperlink&) = default;
};

enum class Genre : std::uint8_t { unknown, news, opinion, satire, advert, release, live };

// One article as published. Never changed after reading; every string is valid UTF-8.
struct Document {
    std::string id;                                // given id, else URL, else path
    std::string path;                              // where it was read, "file" or "file:line"
    std::string outlet, url, title, author;        // empty: not given
    std::string canonical_url;                     // the form of `url` that all addresses of one article share (read/url.h); empty: none
    std::string language;                          // ISO 639-1, "en" unless detected otherwise; "un" when it cannot be told
    Date published, updated;
    Genre genre = Genre::unknown;
    std::string text;
    ByteSpan title_span;                           // where the title stands in `text`, when it was taken from there; else empty
    std::vector<Hyperlink> links;                  // ordered by place
    bool extracted = false;                        // `text` was taken out of HTML or the like: no file holds it as it is
    std::vector<ByteSpan> furniture;               // page furniture and front matter inside `text`, ordered, disjoint
    std::vector<std::string> notes;                // "undated", "no outlet", "truncated", "not English", …
    friend bool operator==(const Document&, const Document&) = default;
};

// What two documents share that are one article: the given id, else the canonical URL, else the URL or path as it stands.
inline const std::string& identity(const Document& document) {
    return document.id == document.url && !document.canonical_url.empty() ? document.canonical_url : document.id;
}

// ---------------------------------------------------------------- annotation

enum class TokenKind : std::uint8_t { word, number, punctuation, quote };
enum class LetterCase : std::uint8_t { none, lower, title, upper, mixed };

struct Token {
    std::uint32_t begin = 0, end = 0;              // bytes of Document::text
    std::uint32_t word = 0;                        // base/hash.h hash_word() of the folded form (lower case, straight apostrophe); 0 for punctuation
    TokenKind kind = TokenKind::punctuation;
    LetterCase letter_case = LetterCase::none;
    friend bool operator==(const Token&, const Token&) = default;
};

// A passage in quotation marks.
struct Quotation {
    ByteSpan span;                                 // with its marks
    ByteSpan inside;                               // between the marks
    TokenSpan tokens;                              // the tokens between the marks
    std::uint32_t depth = 0;                       // 0 outermost, 1 inside another quotation, …
    bool closed = true;                            // false: runs to the end of its paragraph
    bool continues = false;                        // reopens the quotation that ran on from the paragraph before
    friend bool operator==(const Quotation&, const Quotation&) = default;
};

struct Annotation {
    std::vector<Token> tokens;                     // in order; never inside furniture
    std::vector<TokenSpan> sentences;              // cover all tokens, in order; none crosses a paragraph
    std::vector<TokenSpan> paragraphs;             // cover all tokens, in order
    std::vector<Quotation> quotations;             // by begin
    friend bool operator==(const Annotation&, const Annotation&) = default;
};

// ---------------------------------------------------------------- what the network reads

// One pass of the network over one text: word pieces with their scores. What the columns mean: model/tags.h.
struct Encoding {
    std::vector<ByteSpan> pieces;                  // ordered, disjoint; none inside what was left out (furniture)
    std::vector<float> tags;                       // logits, [pieces][model::kTags]
    std::vector<float> states;                     // last hidden states, [pieces][width]
    std::uint32_t width = 0;
    friend bool operator==(const Encoding&, const Encoding&) = default;
};

// ---------------------------------------------------------------- what one document says

enum class Speech : std::uint8_t { direct, indirect, mixed };
enum class Act : std::uint8_t { speech, thought, finding, attitude };
enum class Hand : std::uint8_t { own, told, retold };
enum class EntityKind : std::uint8_t { person, organization, place, outlet, document, unnamed, article };
enum class Number : std::uint8_t { unknown, one, several };

// Somebody or something that a document names or means.
struct Entity {
    EntityId id = kNobody;                         // index + 1 in Reading::entities
    EntityKind kind = EntityKind::person;
    std::string name;                              // the fullest form of this document; for an unnamed source its description
    std::vector<std::string> aliases;              // other forms, sorted, without `name`
    std::string description;                       // unnamed sources: "music insider"
    Number number = Number::unknown;               // unnamed sources: one or several; several who are named together ("Nora Quill and Peter Odd")
    EntityId relay = kNobody;                      // unnamed sources: whom it spoke to
    std::vector<ByteSpan> mentions;                // ordered
    friend bool operator==(const Entity&, const Entity&) = default;
};

inline constexpr std::uint32_t kNone = 0xFFFFFFFF; // "no index"

// A passage that gives words, knowledge or opinion to somebody.
struct Attribution {
    Speech speech = Speech::direct;
    Act act = Act::speech;
    std::vector<ByteSpan> source, cue, content;    // ordered; each may be broken or empty, content is not empty
    std::vector<ByteSpan> to;                      // addressees
    EntityId speaker = kNobody;                    // nobody: "reportedly"
    std::vector<EntityId> relays;                  // nearest to the article first
    Hand hand = Hand::told;
    std::uint32_t parent = kNone;                  // index in Reading::attributions
    bool in_title = false;                         // spans are then bytes of Document::title, when title_span is empty
    float score = 0;                               // 0..1
    friend bool operator==(const Attribution&, const Attribution&) = default;
};

inline constexpr std::size_t kVectorWidth = 384;

// What passages are about, as the network sees them: directions, each in steps of a 127th of its largest part. An empty one is not known.
struct Vectors {
    using Direction = std::vector<std::int8_t>;    // kVectorWidth, or empty
    Direction lead;                                // the first paragraph of some length; empty: no network read the document
    std::vector<Direction> contents;               // by attribution; empty: none was asked for
    friend bool operator==(const Vectors&, const Vectors&) = default;
};

// What was extracted from a document, without the document: as a line of `extract` gives it back.
struct Extracted {
    std::string program, model;                    // that did it
    std::vector<Entity> entities;                  // as in Reading
    std::vector<Attribution> attributions;
    Vectors vectors;
    friend bool operator==(const Extracted&, const Extracted&) = default;
};

// A weighted word of a document for telling its story: unit-length TF-IDF, twice.
struct Term {
    std::uint32_t word = 0;                        // Token::word
    float weight = 0;                              // title, lead and names count for more
    float plain = 0;                               // every place alike
    bool in_title = false;
    bool name = false;                             // mostly capitalised within sentences
    friend bool operator==(const Term&, const Term&) = default;
};

// All that one document says by itself.
struct Reading {
    DocumentKey key = 0;
    Document document;
    Annotation annotation;
    std::vector<Entity> entities;                  // by first mention
    std::vector<Attribution> attributions;         // by begin of content
    std::vector<Term> terms;                       // by word
    Vectors vectors;
    friend bool operator==(const Reading&, const Reading&) = default;
};

// ---------------------------------------------------------------- what documents share

// What is asked of a document most often: small, and kept in memory for all documents of a slice.
struct DocumentRow {
    DocumentKey key = 0;
    std::string id, outlet;
    std::int64_t published_seconds = 0;            // 0 when undated
    DatePrecision precision = DatePrecision::none;
    std::uint32_t words = 0;                       // tokens that are words or numbers
    friend bool operator==(const DocumentRow&, const DocumentRow&) = default;
};

enum class LinkKind : std::uint8_t { story, copy, echo, entity, utterance, claim };

// A place in a document, or the document as a whole (empty span, no item).
struct Passage {
    DocumentKey document = 0;
    ByteSpan span;
    std::uint32_t item = kNone;                    // utterance, claim: index of the attribution; entity: Entity::id
    friend bool operator==(const Passage&, const Passage&) = default;
    friend auto operator<=>(const Passage&, const Passage&) = default;
};

enum class Direction : std::uint8_t { unknown, forward };

// One document's passage goes with another's. `from` is the parent where the direction is known.
struct Link {
    LinkKind kind = LinkKind::story;
    Passage from, to;
    Direction direction = Direction::unknown;
    std::uint32_t words = 0, same = 0;             // echo, copy, utterance: words of the longer side, and how many stand in both
    std::string why;                               // in words, for the reader
    float score = 0;                               // 0..1, symmetric
    friend bool operator==(const Link&, const Link&) = default;
};

enum class Form : std::uint8_t { verbatim, trimmed, altered, retold };
enum class EditKind : std::uint8_t { truncation, negation, number, name, hedge, tense, wording, insertion, deletion, extension, order, speaker };

// What changed from one rendering of an utterance to another (indices into Group::members).
struct Edit {
    std::uint32_t from = 0, to = 0;
    EditKind kind = EditKind::wording;
    std::string before, after;
    friend bool operator==(const Edit&, const Edit&) = default;
};

// Passages that belong together: one story, one text, one saying, one person.
struct Group {
    LinkKind kind = LinkKind::story;
    std::string id;                                // from its first member, never from a score: "story-1a2b3c4d5e"
    std::string label;                             // story: its title; entity: the fullest name; utterance: the fullest words
    std::vector<Passage> members;                  // documents by (published, id), then place
    std::vector<Form> forms;                       // utterance: one per member
    std::vector<Edit> edits;                       // utterance
    DocumentKey root = 0;                          // copy: the document that the others go back to; 0 unknown
    std::string credit;                            // copy: the agency that a credit line names; empty none
    std::string why;                               // in words
    friend bool operator==(const Group&, const Group&) = default;
};

// ---------------------------------------------------------------- what it is worth

// Independent origins: at least `low`, at most `high`, and why.
struct Interval {
    std::uint32_t low = 0, high = 0;
    std::vector<std::string> why;                  // one sentence for each merge
    friend bool operator==(const Interval&, const Interval&) = default;
};

enum class Stance : std::uint8_t { asserts, denies, doubts, reports };

struct Position {
    DocumentKey document = 0;
    EntityId holder = kNobody;                     // of the document's reading
    std::vector<EntityId> chain;                   // relays, then the holder
    Stance stance = Stance::asserts;
    Hand hand = Hand::told;
    ByteSpan evidence;
    bool in_title = false;
    std::uint32_t attribution = kNone;             // index in the reading
    std::uint32_t origin = kNone;                  // index in Assessment::origins
    float score = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

enum class OriginKind : std::uint8_t { person, unnamed_source, outlet, document, wire, press_release };
enum class Side : std::uint8_t { supports, denies, neither };

struct Origin {
    OriginKind kind = OriginKind::person;
    Side side = Side::supports;
    Passage who;                                   // document + Entity::id in `item`
    EntityId relay = kNobody;                      // of who.document
    DocumentKey first = 0;                         // the earliest document that carries it
    std::vector<std::string> why;
    friend bool operator==(const Origin&, const Origin&) = default;
};

// The weighing of one group.
struct Assessment {
    LinkKind kind = LinkKind::story;
    std::string group;                             // Group::id
    Interval independent;                          // story, utterance
    std::vector<Passage> relays;                   // named relays (document + Entity::id), each entity group once
    std::vector<Position> positions;               // claim
    std::vector<Origin> origins;                   // claim
    Interval supporting, denying;                  // claim
    friend bool operator==(const Assessment&, const Assessment&) = default;
};

struct Skipped {
    std::string path;                              // "file" or "file:line", control characters escaped
    std::string reason;                            // what is wrong, and what would help
    friend bool operator==(const Skipped&, const Skipped&) = default;
    friend auto operator<=>(const Skipped&, const Skipped&) = default;
};

// A slice: what the store loads and a report shows.
struct Corpus {
    std::vector<Reading> readings;                 // by (published, id); Annotation may be left out
    std::vector<Link> links;                       // by kind, then place
    std::vector<Group> groups;                     // by kind, then first member
    std::vector<Assessment> assessments;           // in the order of their groups
    std::vector<Skipped> skipped;                  // sorted
};

}  // namespace firsthand
