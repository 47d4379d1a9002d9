// People, organisations and places over the documents of a story; outlets over all documents.
//
// Within a story one full name is one entity, and a shorter form joins the only longer one that ends or begins alike: two
// people of one surname stay two, and a surname that may be either stays open. Across stories a shared name alone proves
// nothing, except for outlets. What stays open is said by links, of those who speak or relay. Unnamed sources are never
// merged. Tested by entities_test.cc.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/threads.h"
#include "base/utf8.h"
#include "lexicon/outlets.h"
#include "link/linkers.h"

namespace firsthand::link {

namespace {

constexpr std::size_t kMostAlike = 64;             // longer names that share a word: more are no telling apart

struct Local {
    std::uint32_t document = 0;                    // place in the canonical order
    Passage passage;
    EntityKind kind = EntityKind::person;
    std::string name;
    std::vector<std::string> words;                // of the name, folded, without "the"
    std::size_t uses = 0;                          // mentions
    bool speaks = false;                           // or relays
};

std::vector<std::string> split_words(std::string_view name) {
    std::vector<std::string> words;
    const std::string folded = base::fold(name);
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        std::string word = folded.substr(begin, end - begin);
        std::erase_if(word, [](char c) { return c == '.' || c == ','; });
        if (!word.empty() && !(words.empty() && word == "the" && end < folded.size())) words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

std::string join_words(const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) joined += word + " ";
    return joined;
}

bool is_human(EntityKind kind) { return kind == EntityKind::person || kind == EntityKind::organization || kind == EntityKind::place; }

std::vector<Local> list_locals(std::uint32_t document, const Reading& reading) {
    std::vector<bool> speaks(reading.entities.size() + 1, false);
    for (const Attribution& attribution : reading.attributions) {
        speaks[attribution.speaker] = true;
        for (const EntityId relay : attribution.relays) speaks[relay] = true;
    }
    std::vector<Local> locals;
    for (const Entity& entity : reading.entities) {
        if ((!is_human(entity.kind) && entity.kind != EntityKind::outlet) || entity.number == Number::several) continue;   // several together are nobody's other name
        Local local{document, {reading.key, entity.mentions.empty() ? ByteSpan{} : entity.mentions.front(), entity.id}, entity.kind, entity.name, split_words(entity.name), entity.mentions.size(), speaks[entity.id]};
        if (!local.words.empty()) locals.push_back(std::move(local));
    }
    return locals;
}

// Names of one story -> the key of the name that each means.
class Story {
  public:
    void add(const Local& local) {
        if (is_human(local.kind)) keys_.try_emplace(join_words(local.words), local.words);
    }
    void join() {
        std::map<std::string, std::vector<std::string>> by_end;   // last or first word -> keys of longer names
        for (const auto& [key, words] : keys_) {
            if (words.size() < 2) continue;
            by_end[words.back()].push_back(key);
            if (words.front() != words.back()) by_end[words.front()].push_back(key);
        }
        for (const auto& [key, words] : keys_) meant_[key] = find_longer(key, words, by_end);
    }
    [[nodiscard]] std::string key_of(const Local& local) const {
        if (!is_human(local.kind)) return "outlet " + lexicon::fold_outlet(local.name);   // "the AP", "Associated Press"
        return follow(join_words(local.words));
    }
    // The keys of the names that a key may stand for, where they are several.
    [[nodiscard]] std::vector<std::string> list_rivals(const std::string& key) const {
        const auto found = meant_.find(key);
        if (found == meant_.end() || found->second.size() < 2) return {};
        std::vector<std::string> rivals;
        for (const std::string& rival : found->second) rivals.push_back(follow(rival));
        std::sort(rivals.begin(), rivals.end());
        rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
        return rivals;
    }

  private:
    using Keys = std::map<std::string, std::vector<std::string>>;
    [[nodiscard]] std::string follow(std::string key) const {
        for (int hops = 0; hops < 4; ++hops) {
            const auto found = meant_.find(key);
            if (found == meant_.end() || found->second.size() != 1) break;
            key = found->second.front();
        }
        return key;
    }
    // The longer names that this one may be a form of; of two forms of one name the fuller.
    [[nodiscard]] std::vector<std::string> find_longer(const std::string& key, const std::vector<std::string>& words, const Keys& by_end) const {
        const auto found = by_end.find(words.back());
        if (found == by_end.end() || found->second.size() > kMostAlike) return {};
        std::vector<std::string> longer;
        for (const std::string& candidate : found->second) {
            const std::vector<std::string>& other = keys_.at(candidate);
            const bool means = candidate != key && other.size() > words.size() && (words.size() == 1 || (words.front() == other.front() && words.back() == other.back()));
            if (!means) continue;
            const auto same = std::find_if(longer.begin(), longer.end(), [&](const std::string& known) {
                return keys_.at(known).front() == other.front() && keys_.at(known).back() == other.back();
            });
            if (same == longer.end()) {
                longer.push_back(candidate);
            } else if (keys_.at(*same).size() < other.size()) {
                *same = candidate;
            }
        }
        return longer;
    }

    Keys keys_;
    std::map<std::string, std::vector<std::string>> meant_;
};

// Who is perhaps who: links that join nobody.
class Perhaps {
  public:
    // All of one name in one story, and the names that it may stand for there.
    void add(const std::string& key, const std::vector<Local>& locals) {
        if (std::none_of(locals.begin(), locals.end(), [](const Local& local) { return local.speaks; })) return;
        const Local& first = *std::min_element(locals.begin(), locals.end(), stands_before);
        if (first.kind == EntityKind::outlet || (first.kind == EntityKind::person && first.words.size() < 2)) return;   // a surname alone is no name
        named_[key].push_back(first);
    }
    void add_open(const Local& local, const std::vector<std::string>& rivals, const std::map<std::string, std::vector<Local>>& named) {
        if (!local.speaks) return;
        for (const std::string& rival : rivals)
            if (const auto found = named.find(rival); found != named.end())
                links_.push_back(make_link(*std::min_element(found->second.begin(), found->second.end(), stands_before), local, fmt::format("{} people of this story may be called so", rivals.size())));
    }
    // Of those of one name in several stories, each goes with the first.
    [[nodiscard]] std::vector<Link> list(const LinkContext& context) && {
        for (auto& [key, firsts] : named_) {
            std::sort(firsts.begin(), firsts.end(), stands_before);
            for (std::size_t i = 1; i < firsts.size(); ++i)
                if (firsts[i].kind == firsts.front().kind) links_.push_back(make_link(firsts.front(), firsts[i], "the same name in another story"));
        }
        std::sort(links_.begin(), links_.end(), [&](const Link& a, const Link& b) {
            const auto place = [&](const Link& link) { return std::tuple(context.place_of(link.to.document), link.to.item, context.place_of(link.from.document), link.from.item); };
            return place(a) < place(b);
        });
        return std::move(links_);
    }

  private:
    static bool stands_before(const Local& a, const Local& b) { return std::tuple(a.document, a.passage.item) < std::tuple(b.document, b.passage.item); }
    static Link make_link(const Local& from, const Local& to, std::string why) {
        Link link;
        link.kind = LinkKind::entity;
        link.from = from.passage;
        link.to = to.passage;
        link.why = std::move(why);
        return link;
    }

    std::map<std::string, std::vector<Local>> named_;
    std::vector<Link> links_;
};

void append_groups(std::map<std::string, std::vector<Local>> named, std::vector<Group>& groups) {
    for (auto& [key, locals] : named) {
        if (locals.size() < 2) continue;
        std::sort(locals.begin(), locals.end(), [](const Local& a, const Local& b) { return std::tuple(a.document, a.passage.item) < std::tuple(b.document, b.passage.item); });
        Group group;
        group.kind = LinkKind::entity;
        std::map<std::string, std::size_t> outlets;               // how often it is called so
        for (const Local& local : locals)
            if (local.kind == EntityKind::outlet) outlets[join_words(local.words)] += local.uses;
        const auto weight = [&](const Local& local) {              // an outlet as most call it, all others by their fullest name
            return std::tuple(local.kind == EntityKind::outlet ? outlets.at(join_words(local.words)) : 0, local.words.size(), local.name.size());
        };
        const Local* fullest = &locals.front();
        for (const Local& local : locals) {
            group.members.push_back(local.passage);
            if (weight(local) > weight(*fullest)) fullest = &local;
        }
        group.label = fullest->name;
        group.id = "entity-" + base::short_hex(base::combine(group.members.front().document, group.members.front().item));
        groups.push_back(std::move(group));
    }
}

}  // namespace

void group_entities(LinkContext& context, std::vector<Match> /*matches*/, Linked& linked) {
    std::vector<std::vector<std::uint32_t>> stories;
    for (std::uint32_t d = 0; d < context.documents.size(); ++d) {
        const std::uint32_t story = context.stories[d];
        if (stories.size() <= story) stories.resize(story + 1);
        stories[story].push_back(d);
    }
    std::vector<std::vector<Local>> locals(context.documents.size());
    base::parallel_for(locals.size(), context.threads,
                       [&](std::size_t d) { locals[d] = list_locals(static_cast<std::uint32_t>(d), *context.load(context.documents[d].key)); });
    std::vector<Group> groups;
    std::map<std::string, std::vector<Local>> outlets;
    Perhaps perhaps;
    for (const std::vector<std::uint32_t>& documents : stories) {
        Story story;
        for (const std::uint32_t d : documents)
            for (const Local& local : locals[d]) story.add(local);
        story.join();
        std::map<std::string, std::vector<Local>> named;
        std::vector<std::pair<Local, std::vector<std::string>>> open;   // and the names that it may stand for
        for (const std::uint32_t d : documents)
            for (Local& local : locals[d]) {
                const std::string key = story.key_of(local);
                if (std::vector<std::string> rivals = story.list_rivals(key); rivals.size() > 1) {
                    open.emplace_back(std::move(local), std::move(rivals));
                } else {
                    (local.kind == EntityKind::outlet ? outlets : named)[key].push_back(std::move(local));
                }
            }
        for (const auto& [local, rivals] : open) perhaps.add_open(local, rivals, named);
        for (const auto& [key, same] : named) perhaps.add(key, same);
        append_groups(std::move(named), groups);
    }
    std::vector<Link> links = std::move(perhaps).list(context);
    linked.links.insert(linked.links.end(), std::make_move_iterator(links.begin()), std::make_move_iterator(links.end()));
    append_groups(std::move(outlets), groups);
    const auto place = [&](const Group& group) { return std::tuple(group.members.front().document, group.members.front().item); };
    std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return place(a) < place(b); });
    linked.groups.insert(linked.groups.end(), std::make_move_iterator(groups.begin()), std::make_move_iterator(groups.end()));
}

}  // namespace firsthand::link
