// People, organisations and places over the documents of a story; outlets over all documents.
//
// Within a story one full name is one entity, and a shorter form joins the only longer one that ends or begins alike: two
// people of one surname stay two. Across stories a shared name alone proves nothing, except for outlets. Unnamed sources
// are never merged. Tested by entities_test.cc.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>

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
    std::vector<Local> locals;
    for (const Entity& entity : reading.entities) {
        if ((!is_human(entity.kind) && entity.kind != EntityKind::outlet) || entity.number == Number::several) continue;   // several together are nobody's other name
        Local local{document, {reading.key, entity.mentions.empty() ? ByteSpan{} : entity.mentions.front(), entity.id}, entity.kind, entity.name, split_words(entity.name), entity.mentions.size()};
        if (!local.words.empty()) locals.push_back(std::move(local));
    }
    return locals;
}

// Names of one story -> the key of the name that each means.
class Story {
  public:
    void add(const Local& local) {
        if (!is_human(local.kind)) return;
        keys_.try_emplace(join_words(local.words), local.words);
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
        std::string key = join_words(local.words);
        for (int hops = 0; hops < 4; ++hops) {
            const auto found = meant_.find(key);
            if (found == meant_.end() || found->second == key) break;
            key = found->second;
        }
        return key;
    }

  private:
    using Keys = std::map<std::string, std::vector<std::string>>;
    [[nodiscard]] std::string find_longer(const std::string& key, const std::vector<std::string>& words, const Keys& by_end) const {
        const auto found = by_end.find(words.back());
        if (found == by_end.end() || found->second.size() > kMostAlike) return key;
        std::string only;
        for (const std::string& longer : found->second) {
            const std::vector<std::string>& other = keys_.at(longer);
            const bool means = other.size() > words.size() && (words.size() == 1 || (words.front() == other.front() && words.back() == other.back()));
            if (!means) continue;
            if (!only.empty()) {                                  // two of them: only when one is the other's fuller form
                const std::vector<std::string>& known = keys_.at(only);
                if (known.front() != other.front() || known.back() != other.back()) return key;
                if (known.size() >= other.size()) continue;
            }
            only = longer;
        }
        return only.empty() ? key : only;
    }

    Keys keys_;
    std::map<std::string, std::string> meant_;
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
    for (const std::vector<std::uint32_t>& documents : stories) {
        Story story;
        for (const std::uint32_t d : documents)
            for (const Local& local : locals[d]) story.add(local);
        story.join();
        std::map<std::string, std::vector<Local>> named;
        for (const std::uint32_t d : documents)
            for (Local& local : locals[d]) {
                const std::string key = story.key_of(local);
                (local.kind == EntityKind::outlet ? outlets : named)[key].push_back(std::move(local));
            }
        append_groups(std::move(named), groups);
    }
    append_groups(std::move(outlets), groups);
    const auto place = [&](const Group& group) { return std::tuple(group.members.front().document, group.members.front().item); };
    std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return place(a) < place(b); });
    linked.groups.insert(linked.groups.end(), std::make_move_iterator(groups.begin()), std::make_move_iterator(groups.end()));
}

}  // namespace firsthand::link
