// A pile of hand-made articles: entities, attributions, and the groups that linking would have made of them.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "weigh/ledger.h"
#include "weigh/people.h"
#include "weigh/weigh.h"

namespace firsthand::weigh {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Numbers = std::pair<std::uint32_t, std::uint32_t>;

inline Numbers numbers(const Interval& interval) { return {interval.low, interval.high}; }

// Articles with hand-made entities and attributions, and the groups that linking would have made of them.
class Pile {
  public:
    // An article that prints the words "It is over" once per call of quote().
    DocumentKey add(const std::string& outlet) {
        const DocumentKey key = readings_.size() + 1;
        auto reading = std::make_shared<Reading>();
        reading->key = key;
        reading->document.id = "article-" + std::to_string(key);
        reading->document.outlet = outlet;
        readings_[key] = reading;
        rows_.push_back({.key = key, .id = reading->document.id, .outlet = outlet});
        return key;
    }
    void set_address(DocumentKey key, const std::string& url) { readings_.at(key)->document.canonical_url = url; }
    EntityId meet(DocumentKey key, EntityKind kind, const std::string& name, EntityId relay = kNobody) {
        Reading& reading = *readings_.at(key);
        Entity entity{.id = static_cast<EntityId>(reading.entities.size() + 1), .kind = kind, .name = name, .relay = relay};
        entity.mentions = {write(reading, name)};
        if (kind == EntityKind::unnamed) entity.description = name;
        reading.entities.push_back(entity);
        if (kind != EntityKind::unnamed) people_[name].push_back({key, entity.mentions.front(), entity.id});
        return entity.id;
    }
    Passage quote(DocumentKey key, EntityId speaker, std::vector<EntityId> relays = {}, const std::string& cue = "said") {
        Reading& reading = *readings_.at(key);
        Attribution attribution;
        attribution.speaker = speaker;
        attribution.relays = std::move(relays);
        attribution.content = {write(reading, "It is over")};
        attribution.cue = {write(reading, cue)};
        attribution.score = 0.9F;
        reading.attributions.push_back(attribution);
        return {key, attribution.content.front(), static_cast<std::uint32_t>(reading.attributions.size() - 1)};
    }
    // An article whose reporter heard one more person, whom no other article has.
    DocumentKey add_reporter(const std::string& outlet) {
        const DocumentKey key = add(outlet);
        hear(key);
        return key;
    }
    Passage hear(DocumentKey key) { return quote(key, meet(key, EntityKind::person, "Witness " + std::to_string(++witnesses_))); }
    Attribution& attribution(const Passage& passage) { return readings_.at(passage.document)->attributions.at(passage.item); }
    // What linking found: the articles quote one saying; they print one text; one name over several articles is one entity.
    void print_one_text(const std::vector<DocumentKey>& keys, const std::string& credit = "") {
        Group group{.kind = LinkKind::copy, .id = "copy-" + std::to_string(copies_.size())};
        for (const DocumentKey key : keys) group.members.push_back({key, {}, kNone});
        group.credit = credit;
        copies_.push_back(group);
    }
    void quote_one_saying(const std::vector<Passage>& members) {
        sayings_.push_back({.kind = LinkKind::utterance, .id = "utterance-" + std::to_string(sayings_.size() + 100), .members = members});
    }
    void join_names() {
        for (const auto& [name, members] : people_) {
            if (members.size() < 2) continue;
            Group group{.kind = LinkKind::entity, .id = "entity-" + name, .label = name};
            group.members = members;
            entities_.push_back(group);
        }
    }
    void repeat(DocumentKey from, DocumentKey to, std::uint32_t words) {
        echoes_.push_back({.kind = LinkKind::echo, .from = {from, {0, 1}, kNone}, .to = {to, {0, 1}, kNone}, .words = words, .same = words});
    }

    [[nodiscard]] Assessment weigh_utterance(const std::vector<Passage>& members) const { return weigh(LinkKind::utterance, members); }
    [[nodiscard]] Assessment weigh_claim(const std::vector<Passage>& members) const { return weigh(LinkKind::claim, members); }
    [[nodiscard]] Assessment weigh_story() const {
        std::vector<DocumentKey> keys;
        for (const auto& [key, reading] : readings_) keys.push_back(key);
        return weigh_story(keys);
    }
    [[nodiscard]] Assessment weigh_story(const std::vector<DocumentKey>& keys) const {
        std::vector<Passage> members;
        for (const DocumentKey key : keys) members.push_back({key, {}, kNone});
        return weigh(LinkKind::story, members);
    }
    // Claims are utterances with another name: claim-7 is utterance-7. Each utterance is weighed first, as the pipeline does.
    [[nodiscard]] std::vector<Assessment> weigh_claims_of(const std::vector<Group>& claims, const std::vector<Group>& utterances) const {
        const std::vector<Group> none;
        const std::vector<Group> texts = list_texts();
        const Evidence evidence{rows_, texts, none, entities_, utterances, claims, echoes_, [this](DocumentKey key) { return readings_.at(key); }};
        return weigh_claims(evidence, weigh_utterances(evidence));
    }
    [[nodiscard]] const Reading& reading(DocumentKey key) const { return *readings_.at(key); }
    [[nodiscard]] const std::vector<Group>& entities() const { return entities_; }

  private:
    static ByteSpan write(Reading& reading, const std::string& words) {
        std::string& text = reading.document.text;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += words + " ";
        return {begin, begin + static_cast<std::uint32_t>(words.size())};
    }
    // Linking gives every article its text: a group of one where nobody else prints it.
    [[nodiscard]] std::vector<Group> list_texts() const {
        std::vector<Group> texts = copies_;
        for (const auto& [key, reading] : readings_) {
            const auto prints = [key = key](const Group& group) { return std::any_of(group.members.begin(), group.members.end(),
                [&](const Passage& member) { return member.document == key; }); };
            if (std::none_of(copies_.begin(), copies_.end(), prints)) texts.push_back({.kind = LinkKind::copy,
                .id = "copy-of-" + std::to_string(key), .members = {{key, {}, kNone}}});
        }
        return texts;
    }
    [[nodiscard]] Assessment weigh(LinkKind kind, const std::vector<Passage>& members) const {
        const std::string id = kind == LinkKind::story ? "story-1" : kind == LinkKind::utterance ? "utterance-1" : "claim-1";
        const std::vector<Group> none;
        const std::vector<Group> groups{{.kind = kind, .id = id, .members = members}};
        const std::vector<Group> said{{.kind = LinkKind::utterance, .id = "utterance-1", .members = members}};
        const std::vector<Group> texts = list_texts();
        const Evidence evidence{rows_,
                                texts,
                                kind == LinkKind::story ? groups : none,
                                entities_,
                                kind == LinkKind::story ? sayings_ : said,
                                kind == LinkKind::claim ? groups : none,
                                echoes_,
                                [this](DocumentKey key) { return readings_.at(key); }};
        const std::vector<Assessment> all = kind == LinkKind::story       ? weigh_stories(evidence)
                                            : kind == LinkKind::utterance ? weigh_utterances(evidence)
                                                                          : weigh_claims(evidence, weigh_utterances(evidence));
        EXPECT_EQ(all.size(), 1U);
        EXPECT_EQ(all.front().group, id);
        EXPECT_EQ(all.front().kind, kind);
        return all.front();
    }

    std::map<DocumentKey, std::shared_ptr<Reading>> readings_;
    std::vector<DocumentRow> rows_;
    std::vector<Group> copies_, entities_, sayings_;
    std::vector<Link> echoes_;
    std::map<std::string, std::vector<Passage>> people_;
    int witnesses_ = 0;
};

}  // namespace firsthand::weigh
