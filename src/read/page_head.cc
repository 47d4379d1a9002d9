// Elements that break a line part lines; what an element is for is told by its class, id, rel and itemprop, and holds for all inside
// it. Tested by page_metadata_test.cc.
#include "read/page_head.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/page_fields.h"

namespace firsthand::read {

namespace {

constexpr NodeId kBehind = 700, kBefore = 160;     // nodes that are looked at
constexpr std::size_t kLinesBehind = 60, kLinesBefore = 14, kLinesOfLead = 12;
constexpr std::size_t kLongLine = 220, kLongestLine = 600;
constexpr NodeId kLargestMarked = 90;              // nodes of an element whose class still speaks of one line

// kOther: nothing inside it counts. kDoubtful: only what is marked as byline or date counts.
enum Role : std::uint8_t { kByline = 1, kDate = 2, kUpdate = 4, kOther = 8, kDoubtful = 16 };

bool breaks_line(Tag tag) {
    switch (tag) {
        case Tag::text: case Tag::a: case Tag::abbr: case Tag::b: case Tag::cite: case Tag::code: case Tag::em: case Tag::font: case Tag::i: case Tag::img:
        case Tag::mark: case Tag::q: case Tag::s: case Tag::small: case Tag::span: case Tag::strong: case Tag::sub: case Tag::sup: case Tag::time:
        case Tag::u: case Tag::other: case Tag::meta: case Tag::link: return false;
        default: return true;
    }
}

bool is_left_out(Tag tag) {
    switch (tag) {
        case Tag::figure: case Tag::figcaption: case Tag::button: case Tag::select: case Tag::noscript: case Tag::template_: case Tag::textarea: case Tag::nav:
        case Tag::video: case Tag::audio: case Tag::iframe: case Tag::object: case Tag::title: case Tag::head: return true;
        default: return false;
    }
}

struct Mark {
    std::string_view part;                         // of a class, id, itemprop or rel in lower case
    std::uint8_t role;
};

// By first letter.
constexpr auto kMarks = std::to_array<Mark>({{"__role", kOther}, {"advert", kOther}, {"archive", kDoubtful}, {"author", kByline}, {"author-bio", kOther},
    {"author-title", kOther}, {"author_bio", kOther}, {"avatar", kDoubtful}, {"bio-", kOther}, {"breadcrumb", kDoubtful}, {"byline", kByline}, {"caption", kOther},
    {"comment", kOther}, {"contributor", kByline}, {"copyright", kOther}, {"creator", kByline}, {"credit", kOther}, {"date", kDate}, {"date-last", kUpdate},
    {"date-update", kUpdate}, {"datelast", kUpdate}, {"dateupdate", kUpdate}, {"flyout", kOther}, {"job-title", kOther}, {"jobtitle", kOther}, {"last-update", kUpdate},
    {"lastupdate", kUpdate}, {"meta-by", kByline}, {"modif", kUpdate}, {"most-read", kOther}, {"newsletter", kOther}, {"popular", kOther}, {"posted-by", kByline},
    {"posted-on", kDate}, {"postedby", kByline}, {"promo", kOther}, {"pub-", kDate}, {"publish", kDate}, {"recommend", kOther}, {"related", kOther}, {"share", kDoubtful},
    {"sharing", kDoubtful}, {"sidebar", kDoubtful}, {"social", kDoubtful}, {"statement", kOther}, {"teaser", kOther}, {"time", kDate}, {"tooltip", kOther},
    {"trending", kOther}, {"widget", kDoubtful}, {"writer", kByline}});
static_assert(std::is_sorted(kMarks.begin(), kMarks.end(), [](const Mark& a, const Mark& b) { return a.part[0] < b.part[0]; }));

constexpr auto make_first_marks() {
    std::array<std::uint8_t, 257> first{};         // first[c] .. first[c + 1]: the marks that begin with c
    for (std::size_t c = 0; c <= 256; ++c) {
        std::uint8_t at = 0;
        while (at < kMarks.size() && static_cast<unsigned char>(kMarks[at].part[0]) < c) ++at;
        first[c] = at;
    }
    return first;
}
constexpr auto kFirstMarks = make_first_marks();

// All that the words of an element say of it.
std::uint8_t read_marks(std::string_view words) {
    std::uint8_t roles = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto c = static_cast<unsigned char>(words[at]);
        for (std::size_t i = kFirstMarks[c]; i < kFirstMarks[c + 1U]; ++i)
            if (words.substr(at).starts_with(kMarks[i].part)) roles |= kMarks[i].role;
    }
    return roles;
}

class Head {
  public:
    Head(const Html& page, NodeId headline) : page_(page), nodes_(page.nodes()), headline_(headline) {}

    std::vector<HeadLine> run() {
        const NodeId behind = nodes_[headline_].end;
        const NodeId last = static_cast<NodeId>(std::min<std::size_t>(nodes_.size(), std::size_t{behind} + kBehind));
        std::vector<HeadLine> lines = read_lines(behind, last, kLinesBehind);
        const NodeId first = headline_ > kBefore ? headline_ - kBefore : 1;
        std::vector<HeadLine> before = read_lines(first, headline_, kBefore);
        std::reverse(before.begin(), before.end());
        if (before.size() > kLinesBefore) before.resize(kLinesBefore);
        for (HeadLine& line : before) {
            line.below = line.lead = false;
            lines.push_back(std::move(line));
        }
        return lines;
    }

  private:
    std::uint8_t read_role(NodeId id) {
        const Tag tag = nodes_[id].tag;
        if (tag == Tag::text) return 0;
        if (is_left_out(tag) || page_.has_attribute(id, "hidden") || page_.attribute(id, "style").find("none") != std::string_view::npos) return kOther;
        std::string words = tag == Tag::time ? "time " : "";
        for (const std::string_view name : {"class", "id", "itemprop", "rel"})
            if (const std::string_view value = page_.attribute(id, name); !value.empty()) words.append(value).push_back(' ');
        if (words.empty()) return 0;
        words = lower_ascii(words);
        const std::uint8_t marks = read_marks(words);
        if ((marks & kOther) != 0) return kOther;
        if (nodes_[id].end - id > kLargestMarked) return marks & kDoubtful;
        return (marks & kUpdate) != 0 ? marks | kDate : marks;
    }

    static std::uint8_t add_roles(std::uint8_t outer, std::uint8_t own) {
        constexpr std::uint8_t kMarked = kByline | kDate;
        if ((own & kDoubtful) == 0 && (own & kMarked) != 0) outer &= static_cast<std::uint8_t>(~kDoubtful);
        return outer | own;
    }

    // Roles of a node and of all around it that begin in the stretch or stand directly above it.
    std::vector<HeadLine> read_lines(NodeId begin, NodeId end, std::size_t most) {
        std::vector<HeadLine> lines;
        std::vector<std::pair<NodeId, std::uint8_t>> open;          // end of an element, roles inside it
        std::vector<NodeId> above;
        for (NodeId id = begin < nodes_.size() ? nodes_[begin].parent : 0; id != 0 && above.size() < 6; id = nodes_[id].parent) above.push_back(id);
        std::uint8_t roles = 0;
        for (auto id = above.rbegin(); id != above.rend(); ++id) {
            roles = add_roles(roles, read_role(*id));
            open.emplace_back(nodes_[*id].end, roles);
        }
        if (begin > headline_) for (auto& [last, role] : open) role &= static_cast<std::uint8_t>(~kOther);
        HeadLine line;
        bool lead = false;
        std::uint8_t line_roles = 0;
        std::size_t long_lines = 0, lead_lines = 0;
        const auto flush = [&] {
            if (!line.text.empty()) {
                line.byline = (line_roles & kByline) != 0;
                line.date = (line_roles & kDate) != 0;
                line.update = (line_roles & kUpdate) != 0;
                line.lead = lead;
                lead_lines += lead ? 1U : 0U;
                long_lines += line.text.size() >= kLongLine ? 1U : 0U;
                lead = lead || long_lines > 0;
                lines.push_back(std::move(line));
            }
            line = {};
            line_roles = 0;
        };
        for (NodeId id = begin; id < end && lines.size() < most && lead_lines < kLinesOfLead; ++id) {
            bool broken = false;
            while (!open.empty() && open.back().first <= id) {
                open.pop_back();
                broken = true;
            }
            roles = open.empty() ? std::uint8_t{0} : open.back().second;
            const Tag tag = nodes_[id].tag;
            if (broken && closes_block(id)) flush();
            if (tag == Tag::text) {
                if ((roles & (kOther | kDoubtful)) == 0) append(page_.text(id), id, line);
                if (!line.text.empty()) line_roles |= roles;
                continue;
            }
            if (breaks_line(tag)) flush();
            roles = add_roles(roles, read_role(id));
            if ((roles & kOther) != 0 && tag != Tag::br) {          // nothing inside it counts
                flush_if_block(tag, flush);
                id = nodes_[id].end - 1;
                continue;
            }
            open.emplace_back(nodes_[id].end, roles);
        }
        flush();
        return lines;
    }

    template <typename Flush>
    static void flush_if_block(Tag tag, Flush flush) {
        if (breaks_line(tag)) flush();
    }

    // Did a block end right before this node?
    [[nodiscard]] bool closes_block(NodeId id) const {
        for (NodeId before = id - 1; before != 0 && nodes_[before].end == id; before = nodes_[before].parent)
            if (breaks_line(nodes_[before].tag)) return true;
        return false;
    }

    static void append(std::string_view text, NodeId id, HeadLine& line) {
        const std::string words = base::squeeze(text.substr(0, kLongestLine));
        if (words.empty() || line.text.size() > kLongestLine) return;
        if (line.text.empty()) {
            line.first = id;
        } else {
            line.text += kSeam;
        }
        line.text += words;
    }

    const Html& page_;
    std::span<const Node> nodes_;
    NodeId headline_;
};

}  // namespace

std::vector<HeadLine> find_head_lines(const Html& page, NodeId headline) { return Head(page, headline).run(); }

}  // namespace firsthand::read
