// Addresses: which ones mean the same article, and whose they are. By Boost.URL and the Public Suffix List.
#pragma once

#include <string>
#include <string_view>

namespace firsthand::read {

// The address that all addresses of one article share: https, no www. or mobile host, no AMP form, no wrapper of an
// archive, no tracking parameter, no fragment, the rest in one order and spelling. A key, ASCII; it need not lead to a
// page. Empty for what is no web address, or more than 8 KB of one. canonical_url(canonical_url(x)) == canonical_url(x).
[[nodiscard]] std::string canonical_url(std::string_view url);

// An address as it stands in a page that lies at `base` -> absolute, http or https (RFC 3986, 5). An absolute one stays as it
// is. Empty: it leads to no page ("mailto:…", "#top", over 8 KB, relative without a base).
[[nodiscard]] std::string resolve_url(std::string_view address, std::string_view base);

// "news.quell.co.uk" -> "quell.co.uk". Hosts that many publishers share (blogspot.com, substack.com) keep the publisher's
// label. Empty for an IP address, a public suffix, and what is no host.
[[nodiscard]] std::string registrable_domain(std::string_view host);

// The host of a URL or a bare domain: lower case, without user, port, and labels like www., m., amp. before the registrable
// domain; international names in Punycode. Empty if there is none, or it has no dot.
[[nodiscard]] std::string find_host(std::string_view url);

// Who publishes under a URL or a bare domain: the outlet's name where the lexicon knows it, else the registrable domain, so
// that the hosts of one outlet are one outlet; else the host.
[[nodiscard]] std::string find_outlet(std::string_view url);

}  // namespace firsthand::read
