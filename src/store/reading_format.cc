// Each type is described once, in fields(), for both directions: what is saved is what is loaded, in the same order.
// Integers are LEB128 varints (as in Protocol Buffers), signed ones and differences zigzag first; spans are differences
// to the span before, since they come in order; hashes and keys have no small values and are stored whole.
// Bytes from outside are hostile: the Reader checks every bound and every enumeration, then law.h every position.
// Tested by reading_format_test.cc.
#include "store/reading_format.h"

#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "store/law.h"

namespace firsthand::store {
namespace {

constexpr std::size_t kHeaderBytes = 2;                        // version, kind of record
constexpr std::size_t kChecksumBytes = 4;
constexpr std::size_t kLongestToken = 15;                      // flags 1, gap 5, size 5, word 4

std::uint32_t checksum(std::string_view bytes) { return static_cast<std::uint32_t>(base::hash_bytes(bytes)); }

constexpr std::uint64_t zigzag(std::int64_t value) { return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63); }
constexpr std::int64_t unzigzag(std::uint64_t value) { return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1U)); }

// Differences are modulo 2^32, so that any two positions have one.
std::int64_t difference(std::uint32_t to, std::uint32_t from) { return static_cast<std::int32_t>(to - from); }

class Writer {
  public:
    template <typename T>
    using Ref = const T&;
    explicit Writer(std::string& out) : out_(out) {}

    void byte(unsigned char value) { out_.push_back(static_cast<char>(value)); }
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) byte(static_cast<unsigned char>(value | 0x80U));
        byte(static_cast<unsigned char>(value));
    }
    void index(std::uint32_t value) { number(value == kNone ? 0 : std::uint64_t{value} + 1); }
    void difference_number(std::int64_t value) { number(zigzag(value)); }
    template <typename Word>
    void whole(Word value) {
        for (std::size_t i = 0; i < sizeof value; ++i) byte(static_cast<unsigned char>(value >> (8 * i)));
    }
    void real(float value) { whole(std::bit_cast<std::uint32_t>(value)); }
    void flag(bool value) { byte(value ? 1 : 0); }
    template <typename Choice>
    void choice(Choice value, Choice) { byte(static_cast<unsigned char>(value)); }
    void text(const std::string& value) {
        number(value.size());
        out_ += value;
    }
    template <typename Span>
    void span(const Span& value, std::uint32_t& near) {
        difference_number(difference(value.begin, near));
        difference_number(difference(value.end, value.begin));
        near = value.end;
    }
    template <typename T>
    void list(const std::vector<T>& values) {
        number(values.size());
        for (const T& value : values) fields(*this, value);
    }
    void tokens(const std::vector<Token>& values);
    void terms(const std::vector<Term>& values);
    void direction(const Vectors::Direction& value);

    std::uint32_t near_byte = 0, near_token = 0;               // where the last span ended

  private:
    std::string& out_;
};

void Writer::tokens(const std::vector<Token>& values) {
    number(values.size());
    std::uint32_t at = 0;
    for (const Token& token : values) {
        const std::uint32_t gap = token.begin - at;
        at = token.end;
        byte(static_cast<unsigned char>(static_cast<unsigned>(token.kind) | static_cast<unsigned>(token.letter_case) << 2U |
                                        (gap < 3 ? gap : 3U) << 5U | (token.word != 0 ? 0x80U : 0U)));
        if (gap >= 3) number(gap);
        number(token.end - token.begin);
        if (token.word != 0) whole(token.word);
    }
}

void Writer::terms(const std::vector<Term>& values) {
    number(values.size());
    for (const Term& term : values) {
        whole(term.word);
        real(term.weight);
        real(term.plain);
        byte(static_cast<unsigned char>((term.in_title ? 1U : 0U) | (term.name ? 2U : 0U)));
    }
}

void Writer::direction(const Vectors::Direction& value) {
    number(value.size());
    for (const std::int8_t step : value) byte(static_cast<unsigned char>(step));
}

// After the first damage every answer is zero or empty, and damaged() stays true.
class Reader {
  public:
    template <typename T>
    using Ref = T&;
    explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    [[nodiscard]] bool damaged() const { return damaged_; }
    [[nodiscard]] bool finished() const { return at_ == end_; }

    unsigned char byte() {
        if (at_ == end_) return fail();
        return static_cast<unsigned char>(*at_++);
    }
    void byte(unsigned char& value) { value = byte(); }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const unsigned char next = byte();
            value |= std::uint64_t{next & 0x7FU} << shift;
            if (next < 0x80) return value;
        }
        return fail();
    }
    void number(std::uint32_t& value) {
        const std::uint64_t wide = varint();
        value = wide > 0xFFFFFFFFU ? fail() : static_cast<std::uint32_t>(wide);
    }
    void index(std::uint32_t& value) {
        const std::uint64_t wide = varint();
        value = wide > kNone ? fail() : static_cast<std::uint32_t>(wide) - 1U;      // 0 is kNone
    }
    void difference_number(std::int64_t& value) { value = unzigzag(varint()); }
    template <typename Word>
    void whole(Word& value) {
        value = 0;
        if (left() < sizeof value) return void(fail());
        for (std::size_t i = 0; i < sizeof value; ++i) value |= static_cast<Word>(static_cast<Word>(static_cast<unsigned char>(at_[i])) << (8 * i));
        at_ += sizeof value;
    }
    void real(float& value) {
        std::uint32_t bits = 0;
        whole(bits);
        value = std::bit_cast<float>(bits);
    }
    void flag(bool& value) {
        const unsigned char next = byte();
        value = next == 1;
        if (next > 1) fail();
    }
    template <typename Choice>
    void choice(Choice& value, Choice last) {
        const unsigned char next = byte();
        value = next > static_cast<unsigned char>(last) ? static_cast<Choice>(fail()) : static_cast<Choice>(next);
    }
    void text(std::string& value) {
        const std::uint64_t size = varint();
        if (size > left()) return void(fail());
        value.assign(at_, size);
        at_ += size;
    }
    template <typename Span>
    void span(Span& value, std::uint32_t& near) {
        std::int64_t gap = 0, size = 0;
        difference_number(gap);
        difference_number(size);
        value.begin = near + static_cast<std::uint32_t>(gap);
        value.end = near = value.begin + static_cast<std::uint32_t>(size);
    }
    template <typename T>
    void list(std::vector<T>& values) {
        const std::uint64_t count = varint();
        if (count > left()) return void(fail());               // an element has at least one byte
        constexpr std::size_t kTrusted = 4096 / sizeof(T);     // a claimed size costs memory only as elements arrive
        values.reserve(count < kTrusted ? count : kTrusted);
        for (std::uint64_t i = 0; i < count && !damaged_; ++i) fields(*this, values.emplace_back());
    }
    void tokens(std::vector<Token>& values);
    void terms(std::vector<Term>& values);
    void direction(Vectors::Direction& value);

    std::uint32_t near_byte = 0, near_token = 0;

  private:
    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
    unsigned char fail() {
        damaged_ = true;
        at_ = end_;
        return 0;
    }
    void token(Token& value, std::uint32_t& at);

    const char* at_;
    const char* end_;
    bool damaged_ = false;
};

inline void Reader::token(Token& value, std::uint32_t& at) {
    const unsigned flags = byte();
    std::uint32_t gap = flags >> 5U & 3U, size = 0;
    if (gap == 3) number(gap);
    number(size);
    value.begin = at + gap;
    value.end = at = value.begin + size;
    value.kind = static_cast<TokenKind>(flags & 3U);
    const unsigned letter_case = flags >> 2U & 7U;
    if (letter_case > static_cast<unsigned>(LetterCase::mixed)) fail();
    else value.letter_case = static_cast<LetterCase>(letter_case);
    if (flags & 0x80U) whole(value.word);
}

void Reader::tokens(std::vector<Token>& values) {
    const std::uint64_t count = varint();
    if (count > left() / 2) return void(fail());               // flags and size at least
    values.resize(count);
    std::uint32_t at = 0;
    for (Token& value : values) {
        if (damaged_) return;
        if (left() < kLongestToken || (static_cast<unsigned char>(*at_) & 0x60U) == 0x60U || static_cast<unsigned char>(at_[1]) >= 0x80) {
            token(value, at);
            continue;
        }
        const auto flags = static_cast<unsigned char>(*at_);   // nearly always: a small gap and a short token, checked at once
        value.begin = at + (flags >> 5U & 3U);
        value.end = at = value.begin + static_cast<unsigned char>(at_[1]);
        value.kind = static_cast<TokenKind>(flags & 3U);
        const unsigned letter_case = flags >> 2U & 7U;
        if (letter_case > static_cast<unsigned>(LetterCase::mixed)) return void(fail());
        value.letter_case = static_cast<LetterCase>(letter_case);
        at_ += 2;
        if (flags & 0x80U) whole(value.word);
    }
}

void Reader::terms(std::vector<Term>& values) {
    const std::uint64_t count = varint();
    if (count > left() / 13) return void(fail());
    values.resize(count);
    for (Term& value : values) {
        whole(value.word);
        real(value.weight);
        real(value.plain);
        const unsigned flags = byte();
        if (flags > 3) return void(fail());
        value.in_title = (flags & 1U) != 0;
        value.name = (flags & 2U) != 0;
    }
}

void Reader::direction(Vectors::Direction& value) {
    const std::uint64_t count = varint();
    if (count > left() || (count != 0 && count != kVectorWidth)) return void(fail());
    value.resize(count);
    for (std::int8_t& step : value) step = static_cast<std::int8_t>(byte());
}

// ---------------------------------------------------------------- the types, field by field

template <typename A>
using Small = typename A::template Ref<std::uint32_t>;

template <typename A> void fields(A& a, Small<A> x) { a.number(x); }
template <typename A> void fields(A& a, typename A::template Ref<std::string> x) { a.text(x); }
template <typename A> void fields(A& a, typename A::template Ref<Vectors::Direction> x) { a.direction(x); }
template <typename A> void fields(A& a, typename A::template Ref<ByteSpan> x) { a.span(x, a.near_byte); }
template <typename A> void fields(A& a, typename A::template Ref<TokenSpan> x) { a.span(x, a.near_token); }
template <typename A> void fields(A& a, typename A::template Ref<Form> x) { a.choice(x, Form::retold); }

template <typename A> void fields(A& a, typename A::template Ref<Date> x) {
    a.text(x.value);
    a.text(x.from);
    a.difference_number(x.seconds);
    a.choice(x.precision, DatePrecision::second);
}

template <typename A> void fields(A& a, typename A::template Ref<Hyperlink> x) {
    fields(a, x.span);
    a.text(x.url);
}

template <typename A> void fields(A& a, typename A::template Ref<Document> x) {
    a.text(x.id);
    a.text(x.path);
    a.text(x.outlet);
    a.text(x.url);
    a.text(x.canonical_url);
    a.text(x.title);
    a.text(x.author);
    a.text(x.language);
    fields(a, x.published);
    fields(a, x.updated);
    a.choice(x.genre, Genre::live);
    a.text(x.text);
    fields(a, x.title_span);
    a.list(x.links);
    a.flag(x.extracted);
    a.list(x.furniture);
    a.list(x.notes);
}

template <typename A> void fields(A& a, typename A::template Ref<Quotation> x) {
    fields(a, x.span);
    a.near_byte = x.span.begin;
    fields(a, x.inside);
    fields(a, x.tokens);
    a.number(x.depth);
    a.flag(x.closed);
    a.flag(x.continues);
}

template <typename A> void fields(A& a, typename A::template Ref<Annotation> x) {
    a.tokens(x.tokens);
    a.list(x.sentences);
    a.near_token = 0;
    a.list(x.paragraphs);
    a.near_token = a.near_byte = 0;
    a.list(x.quotations);
}

template <typename A> void fields(A& a, typename A::template Ref<Entity> x) {
    a.number(x.id);
    a.choice(x.kind, EntityKind::article);
    a.text(x.name);
    a.list(x.aliases);
    a.text(x.description);
    a.choice(x.number, Number::several);
    a.number(x.relay);
    a.near_byte = 0;
    a.list(x.mentions);
}

template <typename A> void fields(A& a, typename A::template Ref<Attribution> x) {
    a.choice(x.speech, Speech::mixed);
    a.choice(x.act, Act::attitude);
    a.list(x.source);
    a.list(x.cue);
    a.list(x.content);
    a.list(x.to);
    a.number(x.speaker);
    a.list(x.relays);
    a.choice(x.hand, Hand::retold);
    a.index(x.parent);
    a.flag(x.in_title);
    a.real(x.score);
}

template <typename A> void fields(A& a, typename A::template Ref<Reading> x) {
    a.whole(x.key);
    fields(a, x.document);
    fields(a, x.annotation);
    a.list(x.entities);
    a.near_byte = 0;
    a.list(x.attributions);
    a.terms(x.terms);
    a.direction(x.vectors.lead);
    a.list(x.vectors.contents);
}

template <typename A> void fields(A& a, typename A::template Ref<Passage> x) {
    a.whole(x.document);
    a.near_byte = 0;
    fields(a, x.span);
    a.index(x.item);
}

template <typename A> void fields(A& a, typename A::template Ref<Link> x) {
    a.choice(x.kind, LinkKind::claim);
    fields(a, x.from);
    fields(a, x.to);
    a.choice(x.direction, Direction::forward);
    a.number(x.words);
    a.number(x.same);
    a.text(x.why);
    a.real(x.score);
}

template <typename A> void fields(A& a, typename A::template Ref<Edit> x) {
    a.number(x.from);
    a.number(x.to);
    a.choice(x.kind, EditKind::speaker);
    a.text(x.before);
    a.text(x.after);
}

template <typename A> void fields(A& a, typename A::template Ref<Group> x) {
    a.choice(x.kind, LinkKind::claim);
    a.text(x.id);
    a.text(x.label);
    a.list(x.members);
    a.list(x.forms);
    a.list(x.edits);
    a.whole(x.root);
    a.text(x.credit);
    a.text(x.why);
}

template <typename A> void fields(A& a, typename A::template Ref<Interval> x) {
    a.number(x.low);
    a.number(x.high);
    a.list(x.why);
}

template <typename A> void fields(A& a, typename A::template Ref<Position> x) {
    a.whole(x.document);
    a.number(x.holder);
    a.list(x.chain);
    a.choice(x.stance, Stance::reports);
    a.choice(x.hand, Hand::retold);
    a.near_byte = 0;
    fields(a, x.evidence);
    a.flag(x.in_title);
    a.index(x.attribution);
    a.index(x.origin);
    a.real(x.score);
}

template <typename A> void fields(A& a, typename A::template Ref<Origin> x) {
    a.choice(x.kind, OriginKind::press_release);
    a.choice(x.side, Side::neither);
    fields(a, x.who);
    a.number(x.relay);
    a.whole(x.first);
    a.list(x.why);
}

template <typename A> void fields(A& a, typename A::template Ref<Assessment> x) {
    a.choice(x.kind, LinkKind::claim);
    a.text(x.group);
    fields(a, x.independent);
    a.list(x.relays);
    a.list(x.positions);
    a.list(x.origins);
    fields(a, x.supporting);
    fields(a, x.denying);
}

// ---------------------------------------------------------------- records

template <typename T>
void save_record(char kind, const T& value, std::string& out) {
    out.clear();
    out.push_back(static_cast<char>(kFormatVersion));
    out.push_back(kind);
    Writer writer(out);
    fields(writer, value);
    out.append(kChecksumBytes, '\0');
    seal(out);
}

Error damage(const char* what) { return {ErrorCode::store, std::string("damaged record in the store: ") + what}; }

template <typename T>
Result<T> load_record(char kind, std::string_view bytes) {
    if (bytes.size() < kHeaderBytes + kChecksumBytes) return damage("too short");
    if (static_cast<unsigned char>(bytes[0]) > kFormatVersion)
        return Error{ErrorCode::store_newer, "a record of the store was written by a newer firsthand"};
    if (static_cast<unsigned char>(bytes[0]) != kFormatVersion || bytes[1] != kind) return damage("another kind of record");
    const std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
    std::uint32_t stored = 0;
    Reader(bytes.substr(body.size())).whole(stored);
    if (stored != checksum(body)) return damage("the checksum does not fit");
    T value;
    Reader reader(body.substr(kHeaderBytes));
    fields(reader, value);
    if (reader.damaged() || !reader.finished()) return damage("it ends early or late");
    if (!keeps_law(value)) return damage("a position points outside");
    return value;
}

}  // namespace

void seal(std::string& record) {
    const std::size_t size = record.size() - kChecksumBytes;
    std::uint32_t sum = checksum(std::string_view(record).substr(0, size));
    for (std::size_t i = 0; i < kChecksumBytes; ++i, sum >>= 8U) record[size + i] = static_cast<char>(sum & 0xFFU);
}

void save(const Reading& reading, std::string& out) { save_record('R', reading, out); }
void save(const Link& link, std::string& out) { save_record('L', link, out); }
void save(const Group& group, std::string& out) { save_record('G', group, out); }
void save(const Assessment& assessment, std::string& out) { save_record('A', assessment, out); }

Result<Reading> load_reading(std::string_view bytes) { return load_record<Reading>('R', bytes); }
Result<Link> load_link(std::string_view bytes) { return load_record<Link>('L', bytes); }
Result<Group> load_group(std::string_view bytes) { return load_record<Group>('G', bytes); }
Result<Assessment> load_assessment(std::string_view bytes) { return load_record<Assessment>('A', bytes); }

}  // namespace firsthand::store
