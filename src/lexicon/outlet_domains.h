// Domain -> outlet, for articles that name only their address. One file to extend: the table in outlet_domains.cc.
#pragma once

#include <string_view>

namespace firsthand::lexicon {

// The name of the outlet that publishes under a domain ("nytimes.com" -> "The New York Times"), or under a host where one
// domain has several outlets ("abcnews.go.com"). Lower case, without "www."; empty: not known. The name is the one that
// other outlets credit, so that fold_outlet() of both is the same.
[[nodiscard]] std::string_view find_outlet_name(std::string_view domain);

// The same for any host of the outlet: "edition.cnn.com" -> "CNN".
[[nodiscard]] std::string_view find_outlet_name_of_host(std::string_view host);

}  // namespace firsthand::lexicon
