// pugixml stops at the first fault. Then the rest is cut at the begins of its records, and each is parsed by itself.
// Tested by xml_test.cc.
#include "read/xml.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/charset.h"
#include "read/notes.h"
#include "read/split.h"

namespace firsthand::read {

namespace {

constexpr std::string_view kBlank = " \t\r\n\f";
constexpr unsigned kParsing = pugi::parse_default | pugi::parse_ws_pcdata;      // a blank between two elements may part words
constexpr std::size_t kMostJunk = 1024;            // before the declaration
constexpr std::ptrdiff_t kMostTags = 2'000'000;    // in one file: pugixml takes up to 128 bytes for each
constexpr std::size_t kMostRecords = 200'000;      // in one file: a sitemap may have 50,000

bool is_name_end(char c) { return c == '>' || c == '<' || c == '/' || kBlank.find(c) != std::string_view::npos; }

std::string_view cut_prefix(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The name of the tag whose `<` (or `</`) ends before `at`.
std::string_view name_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongestName = 100;
    std::size_t end = at;
    while (end < text.size() && end - at < kLongestName && !is_name_end(text[end])) ++end;
    return text.substr(at, end - at);
}

std::string_view skip_blanks(std::string_view words) { return words.substr(std::min(words.find_first_not_of(kBlank), words.size())); }

// Behind comments, processing instructions and the document type with its entities, which nobody expands.
std::string_view skip_prologue(std::string_view words, bool& declared, bool& typed) {
    for (;;) {
        words = skip_blanks(words);
        std::size_t end = std::string_view::npos;
        if (words.starts_with("<!--")) {
            end = words.find("-->");
            if (end != std::string_view::npos) end += 3;
        } else if (words.starts_with("<?")) {
            declared = declared || words.starts_with("<?xml");
            end = words.find("?>");
            if (end != std::string_view::npos) end += 2;
        } else if (words.starts_with("<!DOCTYPE") || words.starts_with("<!doctype")) {
            typed = true;
            end = words.find_first_of("[>");
            if (end != std::string_view::npos && words[end] == '[') {
                end = words.find("]", end);
                if (end != std::string_view::npos) end = words.find('>', end);
            }
            if (end != std::string_view::npos) ++end;
        }
        if (end == std::string_view::npos) return words;
        words.remove_prefix(end);
    }
}

// Lines are counted as far as they were asked for, so that all of them cost one pass.
class LineCount {
  public:
    explicit LineCount(std::string_view text) : text_(text) {}
    std::size_t at(std::size_t byte) {
        for (; at_ < std::min(byte, text_.size()); ++at_) lines_ += text_[at_] == '\n' ? 1U : 0U;
        return lines_;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0, lines_ = 1;
};

class RecordWalk {
  public:
    RecordWalk(const std::string& text, std::initializer_list<std::string_view> names, const std::function<void(const XmlRecord&)>& visit)
        : text_(text), names_(names), visit_(visit), lines_(text) {}

    void run() {
        pugi::xml_document all;
        const auto result = all.load_buffer(text_.data(), text_.size(), kParsing, pugi::encoding_utf8);
        // The last record before a fault may be broken itself: it is seen once more with the rest.
        XmlRecord last;
        for (pugi::xml_node node = next_in(all, all); node && !full();) {
            const bool record = is_record(local_name(node));
            if (record && last.node) visit_one(last);
            if (record) last = {node, node.parent(), {}};
            node = record ? next_over(all, node) : next_in(all, node);
        }
        if (result) {
            if (last.node && !full()) visit_one(last);
            return;
        }
        const std::size_t begin = last.node ? static_cast<std::size_t>(std::max<std::ptrdiff_t>(last.node.offset_debug(), 1)) - 1 : find_begin(0);
        if (begin < text_.size()) {
            visit_slices(begin, last.parent);
        } else {
            visit_one({{}, {}, say_broken(result, 0)});
        }
    }

  private:
    bool full() const { return visited_ > kMostRecords; }

    void visit_one(const XmlRecord& record) {
        if (++visited_ <= kMostRecords) return visit_(record);
        visit_({{}, {}, fmt::format("more than {} records in one file: the rest is left out", kMostRecords)});
    }

    bool is_record(std::string_view name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }

    // Where the next record begins; npos: nowhere.
    std::size_t find_begin(std::size_t from) const {
        for (std::size_t at = text_.find('<', from); at != std::string::npos; at = text_.find('<', at + 1))
            if (is_record(cut_prefix(name_at(text_, at + 1)))) return at;
        return std::string::npos;
    }

    // Behind the record's end tag in a slice; 0: it has none.
    static std::size_t find_end(std::string_view slice) {
        const std::string_view name = name_at(slice, 1);
        for (std::size_t at = slice.rfind("</"); at != std::string_view::npos && at > 0; at = slice.rfind("</", at - 1)) {
            if (name_at(slice, at + 2) != name) continue;
            const std::size_t end = slice.find('>', at);
            return end == std::string_view::npos ? 0 : end + 1;
        }
        return 0;
    }

    void visit_slices(std::size_t begin, const pugi::xml_node& parent) {
        while (begin < text_.size() && !full()) {
            const std::size_t next = std::min(find_begin(begin + 1), text_.size());
            const std::string_view slice = std::string_view(text_).substr(begin, next - begin);
            const std::size_t size = find_end(slice);
            pugi::xml_document one;
            const auto result = one.load_buffer(slice.data(), size == 0 ? slice.size() : size, kParsing, pugi::encoding_utf8);
            if (result && size > 0 && one.first_child()) {
                visit_one({one.first_child(), parent, {}});
            } else {
                visit_one({{}, {}, say_broken(result, begin)});
            }
            begin = next;
        }
    }

    std::string say_broken(const pugi::xml_parse_result& result, std::size_t begin) {
        const std::size_t line = lines_.at(begin + static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)));
        std::string what = result.description();
        if (!what.empty()) what[0] = static_cast<char>(what[0] | 0x20);
        return fmt::format("broken XML at line {}: {}", line, what);
    }

    const std::string& text_;
    std::initializer_list<std::string_view> names_;
    const std::function<void(const XmlRecord&)>& visit_;
    LineCount lines_;
    std::size_t visited_ = 0;
};

// All that a file gives; `late_problem` when its bytes broke off.
std::vector<XmlFound> read_all(Opened& opened, XmlReading read, std::string& late_problem) {
    const std::uint64_t limit = opened.limits.document_bytes;
    Decoded decoded;
    {
        const std::string_view bytes = opened.window->peek(limit + 1);
        if (bytes.size() > limit)
            return {Skipped{{}, fmt::format("an XML file of more than {} MB: too large to read at once; cut it into several", limit >> 20U)}};
        decoded = decode_page(bytes, {});
    }
    if (std::count(decoded.text.begin(), decoded.text.end(), '<') > kMostTags)
        return {Skipped{{}, fmt::format("an XML file of more than {} tags: too large to read at once; cut it into several", fmt::group_digits(kMostTags))}};
    const std::string& problem = opened.window->source().problem();
    if (!problem.empty()) late_problem = problem + "; what came before was read";
    std::vector<XmlFound> found = read(decoded.text, opened.limits.document_time);
    if (!decoded.replaced) return found;
    for (XmlFound& one : found)
        if (auto* document = std::get_if<Document>(&one); document != nullptr && document->text.find("\uFFFD") != std::string::npos)
            add_note(*document, kReplaced);
    return found;
}

class XmlStream final : public DocumentStream {
  public:
    XmlStream(Opened opened, XmlReading read, const ListingKind& kind) : opened_(std::move(opened)), read_(read), kind_(kind) {}

    std::optional<Item> next() override {
        if (!started_) start();
        while (at_ < found_.size()) {
            XmlFound& one = found_[at_++];
            if (auto* document = std::get_if<Document>(&one)) {
                document->path = opened_.path + document->path;
                return std::move(*document);
            }
            if (auto* skipped = std::get_if<Skipped>(&one)) return Skipped{opened_.path + skipped->path, std::move(skipped->reason)};
            ++without_text_;
        }
        if (const auto count = std::exchange(without_text_, 0); count > 0 && !opened_.listed)
            return Skipped{opened_.path, say_without_text(kind_, count, 0)};
        if (late_problem_.empty()) return std::nullopt;
        return Skipped{opened_.path, std::exchange(late_problem_, {})};
    }

  private:
    void start() {
        started_ = true;
        found_ = read_all(opened_, read_, late_problem_);
        if (found_.empty()) found_.emplace_back(Skipped{{}, "empty: no articles in it"});
    }

    Opened opened_;
    XmlReading read_;
    const ListingKind& kind_;
    std::vector<XmlFound> found_;
    std::size_t at_ = 0;
    std::uint64_t without_text_ = 0;
    bool started_ = false;
    std::string late_problem_;
};

}  // namespace

XmlRoot find_xml_root(std::string_view head) {
    XmlRoot root;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    head = skip_blanks(head);
    if (!head.starts_with('<')) {                  // a server's warning
        const auto at = head.substr(0, kMostJunk).find("<?xml");
        if (at == std::string_view::npos) return root;
        head.remove_prefix(at);
    }
    bool typed = false;
    head = skip_prologue(head, root.declared, typed);
    root.hidden = (root.declared || typed) && (skip_blanks(head).empty() || head.starts_with("<!") || head.starts_with("<?"));
    if (!head.starts_with('<') || head.size() < 2) return root;
    const std::string_view name = name_at(head, 1);
    const char first = name.empty() ? '\0' : name[0];
    const bool is_name = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '_' || static_cast<unsigned char>(first) >= 0x80;
    if (!is_name || name.find_first_of("&\"'=") != std::string_view::npos) return root;
    root.name = cut_prefix(name);
    const auto end = head.find('>');
    if (end != std::string_view::npos) root.attributes = head.substr(1 + name.size(), end - 1 - name.size());
    return root;
}

std::string name_other_xml(std::string_view head) {
    const XmlRoot root = find_xml_root(head);
    if (root.hidden)
        return fmt::format("an XML file without an element in its first {} KB: take out the document type that stands before it", kSniffBytes >> 10U);
    if (root.name.empty() || (!root.declared && root.attributes.find("xmlns") == std::string_view::npos)) return {};
    return fmt::format("an XML file of another kind (root element <{}>): save its articles as web pages, text or JSON Lines", root.name);
}

std::string_view local_name(const pugi::xml_node& node) { return cut_prefix(node.name()); }

pugi::xml_node next_over(const pugi::xml_node& top, const pugi::xml_node& node) {
    for (pugi::xml_node up = node; up && up != top; up = up.parent())
        if (const pugi::xml_node sibling = up.next_sibling()) return sibling;
    return {};
}

pugi::xml_node next_in(const pugi::xml_node& top, const pugi::xml_node& node) {
    const pugi::xml_node child = node.first_child();
    return child ? child : next_over(top, node);
}

std::string all_text(const pugi::xml_node& node) {
    std::string out;
    for (pugi::xml_node one = next_in(node, node); one; one = next_in(node, one)) out += one.value();
    return out;
}

void visit_records(const std::string& utf8, std::initializer_list<std::string_view> names, const std::function<void(const XmlRecord&)>& visit) {
    RecordWalk(utf8, names, visit).run();
}

std::unique_ptr<DocumentStream> open_xml(Opened opened, XmlReading read, const ListingKind& kind) {
    return std::make_unique<XmlStream>(std::move(opened), read, kind);
}

void list_xml(Opened opened, Listings& listings, XmlReading read, const ListingKind& kind) {
    std::string ignored;
    const std::vector<XmlFound> found = read_all(opened, read, ignored);
    listings.start(std::move(opened.path), kind);
    for (const XmlFound& one : found)
        if (const auto* record = std::get_if<Listed>(&one)) listings.add(*record);
}

}  // namespace firsthand::read
