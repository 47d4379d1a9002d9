// What the reader sees behind "By" decides; the fields meant for machines where it is missing, or where they know it better. An
// agency is kept behind the names: it says whose text this is. Tested by page_metadata_test.cc.
#include "read/page_author.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "lexicon/agencies.h"
#include "read/byline.h"
#include "read/page_outlet.h"

namespace firsthand::read {

namespace {

std::string letters_of(std::string_view name) {
    std::string out;
    const std::string folded = base::fold(name);
    for (std::size_t at = 0; at < folded.size();) {
        const auto next = base::decode(folded, at);
        if (base::is_letter(next.point) || base::is_digit(next.point)) out.append(folded, at, next.size);
        at += next.size;
    }
    return out;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    const std::string wanted = letters_of(name);
    return std::any_of(names.begin(), names.end(), [&](const std::string& one) { return letters_of(one) == wanted; });
}

// Every name of `few` is in `many`.
bool holds_all(const std::vector<std::string>& many, const std::vector<std::string>& few) {
    return std::all_of(few.begin(), few.end(), [&](const std::string& name) { return holds(many, name); });
}

bool is_shouted(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Chooser {
  public:
    explicit Chooser(const AuthorSources& sources) : from_(sources) {}

    std::string run() {
        const Byline shown = find_shown();
        const Byline told = find_told();
        Byline best = told;
        const bool seen = !shown.people.empty() || !shown.agency.empty();
        const bool more = !shown.people.empty() && holds_all(shown.people, told.people);
        if (seen && (shown.introduced || told.people.empty() || more)) {
            const bool told_more = !shown.people.empty() && !told.people.empty() && holds_all(told.people, shown.people);
            if (!told_more || more) best = shown;
        }
        if (best.people.empty() && best.agency.empty()) best.collective = !shown.collective.empty() ? shown.collective : told.collective;
        if (best.agency.empty()) best.agency = !shown.agency.empty() ? shown.agency : told.agency;
        if (best.agency.empty()) best.agency = find_publisher();
        for (std::string& name : best.people) {    // the same name, as the other source spells it
            const auto& others = &best == &told ? shown.people : told.people;
            for (const std::string& other : others)
                if (is_shouted(name) && letters_of(name) == letters_of(other)) name = other;
        }
        drop_outlet(best);
        return join_byline(best);
    }

  private:
    // Behind people's names the outlet, or a part of it, says nothing.
    void drop_outlet(Byline& byline) const {
        const std::string outlet = base::fold(from_.outlet) + " ";
        const auto is_part = [&](const std::string& name) { return is_outlet(name) || agree_with_host(name, from_.host) == 3 || (outlet.size() > 2 && base::fold(name).starts_with(outlet)); };
        const auto people = std::count_if(byline.people.begin(), byline.people.end(), [&](const std::string& name) { return !is_part(name); });
        if (people == 0) return;
        std::erase_if(byline.people, is_part);
        if (is_part(byline.agency)) byline.agency.clear();
    }

    [[nodiscard]] bool is_outlet(const std::string& name) const {
        if (is_same_outlet(name, from_.outlet)) return true;
        if (const std::string agency = lexicon::find_agency(name); !agency.empty() && agency == lexicon::find_agency(from_.outlet)) return true;
        return std::any_of(from_.sites.begin(), from_.sites.end(), [&](const std::string& site) { return is_same_outlet(name, site); });
    }

    void add(const Byline& more, Byline& all) const {
        for (const std::string& name : more.people)
            if (!holds(all.people, name)) all.people.push_back(name);
        if (all.agency.empty()) all.agency = more.agency;
        if (all.collective.empty()) all.collective = more.collective;
    }

    // The first line near the headline that is a byline, with those that go on with it.
    [[nodiscard]] Byline find_shown() const {
        Byline found;
        bool waiting = false;
        std::size_t since = 0;
        for (const HeadLine& line : from_.lines) {
            if (!found.people.empty() || !found.agency.empty()) {
                if (++since > 3 || !go_on(line, found)) {
                    if (since > 2) break;
                }
                continue;
            }
            if (line.lead && !line.byline) {
                waiting = false;
                continue;
            }
            std::string words = (waiting ? "By " : "") + line.text;
            Byline read = read_byline(words, BylineKind::line);
            if (read.empty() && line.byline) read = read_byline(line.text, BylineKind::marked);
            if (!line.below && !read.introduced && !line.byline) read = {};
            if (!read.introduced) std::erase_if(read.people, [&](const std::string& name) { return is_outlet(name); });
            waiting = read.waiting;
            if (!read.empty()) found = std::move(read);
        }
        return found;
    }

    // A line behind the byline: another name in the byline's element, or just an agency.
    static bool go_on(const HeadLine& line, Byline& found) {
        if (found.agency.empty() && line.text.size() < 40 && !lexicon::find_agency(line.text).empty()) {
            found.agency = line.text;
            return true;
        }
        if (!line.byline || line.lead) return false;
        Byline more = read_byline(line.text, BylineKind::marked);
        if (!more.whole || (more.people.empty() && more.agency.empty())) return false;
        for (std::string& name : more.people)
            if (!holds(found.people, name) && found.people.size() < 8) found.people.push_back(std::move(name));
        if (found.agency.empty()) found.agency = more.agency;
        return true;
    }

    // What fields say, the best source that names somebody.
    [[nodiscard]] Byline find_told() const {
        Byline told;
        const auto take = [&](std::string_view words) {
            Byline read = read_byline(plain_words(words), BylineKind::field);
            std::erase_if(read.people, [&](const std::string& name) { return is_outlet(name) || name.find("://") != std::string::npos || name.find('@') != std::string::npos; });
            if (is_outlet(read.agency)) read.agency.clear();
            add(read, told);
        };
        const auto enough = [&] { return !told.people.empty() || !told.agency.empty(); };
        for (const std::string& name : from_.article.authors) take(name);
        if (enough()) return told;
        std::uint8_t rank = 0xFF;
        for (const MetaField& meta : from_.fields.metas) {
            if (meta.kind != MetaKind::author) continue;
            if (enough() && meta.rank != rank) break;
            rank = meta.rank;
            take(order_name(meta));
        }
        if (enough()) return told;
        for (const Property& property : from_.fields.properties)
            if (property.name == "author" || property.name == "creator") take(property.value.empty() ? read_person(property.node) : std::string(property.value));
        if (enough()) return told;
        Byline linked;
        for (const NodeId node : from_.fields.bylines) add(read_byline(text_of(from_.page, node, 200), BylineKind::marked), linked);
        constexpr std::size_t kList = 4;           // a page that links many authors lists articles
        if (linked.people.size() < kList) add(linked, told);
        return told;
    }

    // citation_author is "Doe, Jane".
    static std::string order_name(const MetaField& meta) {
        const auto comma = meta.value.find(", ");
        if (meta.name != "citation_author" || comma == std::string_view::npos || meta.value.find(',', comma + 1) != std::string_view::npos) return std::string(meta.value);
        return std::string(meta.value.substr(comma + 2)) + " " + std::string(meta.value.substr(0, comma));
    }

    // The name inside an item of microdata, else all its text.
    [[nodiscard]] std::string read_person(NodeId person) const {
        constexpr NodeId kMost = 200;
        const NodeId end = std::min(from_.page.nodes()[person].end, person + kMost);
        for (NodeId id = person + 1; id < end; ++id) {
            if (from_.page.attribute(id, "itemprop") != "name") continue;
            const std::string_view content = from_.page.attribute(id, "content");
            return content.empty() ? text_of(from_.page, id, 200) : std::string(content);
        }
        return text_of(from_.page, person, 200);
    }

    // An agency that is the publisher of another outlet's page.
    [[nodiscard]] std::string find_publisher() const {
        const std::string& publisher = from_.article.publisher;
        return publisher.empty() || is_outlet(publisher) || lexicon::find_agency(publisher).empty() || !lexicon::find_agency(from_.outlet).empty() ? std::string() : publisher;
    }

    const AuthorSources& from_;
};

}  // namespace

std::string choose_author(const AuthorSources& sources) { return Chooser(sources).run(); }

}  // namespace firsthand::read
