// Tested by transfer_test.cc.
#include "read/transfer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "read/head_fields.h"
#include "read/page.h"

namespace firsthand::read {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char folded = static_cast<char>(c | 0x20);
    return folded >= 'a' && folded <= 'f' ? folded - 'a' + 10 : -1;
}

struct Chunk {
    std::size_t begin = 0;                         // of its bytes
    std::uint64_t size = 0;
};

// "1a3;name=value" and the line's end at the begin of `body`.
std::optional<Chunk> read_chunk_line(std::string_view body) {
    constexpr std::size_t kMostDigits = 15;        // no sum can overflow
    constexpr std::size_t kMostLine = 1024;
    Chunk chunk;
    std::size_t digits = 0;
    for (; digits < body.size() && hex_digit(body[digits]) >= 0; ++digits) {
        if (digits == kMostDigits) return std::nullopt;
        chunk.size = chunk.size * 16 + static_cast<std::uint64_t>(hex_digit(body[digits]));
    }
    const std::string_view line = body.substr(0, kMostLine);
    const auto end = line.find('\n', digits);
    if (digits == 0 || end == std::string_view::npos) return std::nullopt;
    const std::string_view between = line.substr(digits, end - digits);
    const auto word = between.find_first_not_of(" \t\r");
    if (word != std::string_view::npos && between[word] != ';') return std::nullopt;
    chunk.begin = end + 1;
    return chunk;
}

// A chunk is followed by a line's end, or the body was cut inside it.
bool ends_like_chunk(std::string_view body, const Chunk& chunk) {
    const std::string_view inside = body.substr(chunk.begin);
    if (chunk.size >= inside.size()) return true;
    const std::string_view behind = inside.substr(chunk.size);
    return behind.starts_with('\n') || behind.starts_with("\r\n") || behind == "\r" || (chunk.size == 0 && find_body(behind) != std::string_view::npos);
}

Container choose_container(std::string_view encoding, std::string_view body) {
    const auto byte = [&](std::size_t i) { return i < body.size() ? static_cast<unsigned char>(body[i]) : 0U; };
    if (encoding == "gzip" || encoding == "x-gzip") return sniff_container(body) == Container::gzip ? Container::gzip : Container::none;
    if (encoding == "zstd") return sniff_container(body) == Container::zstd ? Container::zstd : Container::none;
    if (is_web_page(body.substr(0, kSniffBytes))) return Container::none;
    if (encoding == "br") return Container::brotli;
    if (encoding != "deflate") return Container::none;
    // Half of all servers meant zlib, the others bare deflate.
    const bool zlib = (byte(0) & 0x0FU) == 8 && (byte(0) * 256 + byte(1)) % 31 == 0;
    return zlib ? Container::zlib : Container::deflate;
}

Decoded unpack_body(Container container, std::string_view body, const Limits& limits) {
    const auto source = unpack(container, std::make_unique<Window>(read_memory(body)), limits.unpack);
    Decoded out;
    std::vector<char> room(1U << 16U);
    while (const std::size_t got = source->read(room.data(), room.size())) {
        if (out.bytes.size() + got > limits.document_bytes) return {{}, say_too_long(limits.document_bytes), true};
        out.bytes.append(room.data(), got);
    }
    out.problem = source->problem();
    if (source->is_bomb()) return {{}, std::move(out.problem), true};
    return out;
}

std::string decode_quoted_printable(std::string_view body) {
    std::string out;
    out.reserve(body.size());
    for (std::size_t at = 0; at < body.size();) {
        const auto sign = std::min(body.find('=', at), body.size());
        out.append(body, at, sign - at);
        if (sign == body.size()) break;
        const std::string_view behind = body.substr(sign + 1, 2);
        at = sign + 1;
        if (behind.starts_with("\n") || behind == "\r\n") {
            at += behind.front() == '\n' ? 1 : 2;
        } else if (behind.size() == 2 && hex_digit(behind[0]) >= 0 && hex_digit(behind[1]) >= 0) {
            out.push_back(static_cast<char>(hex_digit(behind[0]) * 16 + hex_digit(behind[1])));
            at += 2;
        } else if (!behind.empty()) {
            out.push_back('=');
        }
    }
    return out;
}

int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

std::string decode_base64(std::string_view body) {
    std::string out;
    out.reserve(body.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : body) {
        const int digit = base64_digit(c);
        if (c == '=') held = 0;                    // the end, or of one of several pieces
        if (digit < 0) continue;
        bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out.push_back(static_cast<char>(static_cast<unsigned char>(bits >> static_cast<unsigned>(held))));
    }
    return out;
}

}  // namespace

std::optional<std::string> join_chunks(std::string_view body, bool& cut) {
    const auto first = read_chunk_line(body);
    if (!first || !ends_like_chunk(body, *first)) return std::nullopt;
    std::string out;
    while (const auto chunk = read_chunk_line(body)) {
        if (chunk->size == 0) return out;
        body.remove_prefix(chunk->begin);
        const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(chunk->size, body.size()));
        out.append(body, 0, size);
        body.remove_prefix(size);
        if (body.starts_with('\r')) body.remove_prefix(1);
        if (body.starts_with('\n')) body.remove_prefix(1);
    }
    cut = true;
    return out;
}

Decoded decode_content(std::string body, std::string_view encodings, const Limits& limits) {
    constexpr int kMostEncodings = 2;
    Decoded out;
    out.bytes = std::move(body);
    // The last one named was put on last.
    for (int layers = 0; !encodings.empty();) {
        const auto comma = encodings.rfind(',');
        const std::string encoding = fold_token(comma == std::string_view::npos ? encodings : encodings.substr(comma + 1));
        encodings = comma == std::string_view::npos ? std::string_view() : encodings.substr(0, comma);
        const Container container = choose_container(encoding, out.bytes);
        if (container == Container::none) continue;
        if (++layers > kMostEncodings) return {{}, "packed more than twice: it looks like a decompression bomb", true};
        Decoded inside = unpack_body(container, out.bytes, limits);
        if (inside.refused) return inside;
        if (!inside.problem.empty()) out.problem = inside.problem;
        out.bytes = std::move(inside.bytes);
    }
    return out;
}

std::string decode_transfer(std::string_view body, std::string_view encoding) {
    const std::string name = fold_token(encoding);
    if (name == "quoted-printable") return decode_quoted_printable(body);
    if (name == "base64") return decode_base64(body);
    return std::string(body);
}

}  // namespace firsthand::read
