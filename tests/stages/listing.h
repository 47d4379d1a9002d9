// What a Reading says, in lines that a test can compare.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firsthand/firsthand.h"

namespace firsthand::stages {

using Lines = std::vector<std::string>;

// "piece … piece"; "-" for none.
inline std::string join_pieces(std::string_view text, const std::vector<ByteSpan>& spans) {
    std::string joined;
    for (const ByteSpan span : spans) joined += (joined.empty() ? "" : " … ") + std::string(slice(text, span));
    return joined.empty() ? "-" : joined;
}

inline std::string call_entity(const Reading& reading, EntityId id) { return id == kNobody ? "nobody" : reading.entities[id - 1].name; }

// "direct | source | cue | content", in the order of the text.
inline Lines list_attributions(const Reading& reading) {
    constexpr std::string_view kSpeech[] = {"direct", "indirect", "mixed"};
    Lines lines;
    for (const Attribution& attribution : reading.attributions) {
        const std::string_view text = reading.document.text;
        lines.push_back(std::string(kSpeech[static_cast<int>(attribution.speech)]) + " | " + join_pieces(text, attribution.source) + " | " + join_pieces(text, attribution.cue) + " | " +
                        join_pieces(text, attribution.content));
    }
    return lines;
}

// "Nora Quill <- Page Six": each attribution's speaker, and the relays, nearest to the speaker first.
inline Lines list_speakers(const Reading& reading) {
    Lines lines;
    for (const Attribution& attribution : reading.attributions) {
        std::string line = call_entity(reading, attribution.speaker);
        for (auto relay = attribution.relays.rbegin(); relay != attribution.relays.rend(); ++relay) line += " <- " + call_entity(reading, *relay);
        lines.push_back(line);
    }
    return lines;
}

// "person Nora Quill (Quill)", in the order of the text.
inline Lines list_entities(const Reading& reading) {
    constexpr std::string_view kKinds[] = {"person", "organization", "place", "outlet", "document", "unnamed", "article"};
    Lines lines;
    for (const Entity& entity : reading.entities) {
        std::string line = std::string(kKinds[static_cast<int>(entity.kind)]) + " " + entity.name;
        for (std::size_t i = 0; i < entity.aliases.size(); ++i) line += (i == 0 ? " (" : ", ") + entity.aliases[i];
        lines.push_back(line + (entity.aliases.empty() ? "" : ")"));
    }
    return lines;
}

}  // namespace firsthand::stages
