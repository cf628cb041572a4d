#pragma once
// Archives that a test makes: Word documents and others.

#include <string>
#include <utility>
#include <vector>

namespace treatygraph::testing {

/// A ZIP archive of parts, each a name with its bytes, packed.
[[nodiscard]] std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts);
/// The smallest Word document with this body, and with further parts.
[[nodiscard]] std::string docx_of(const std::string& body,
                                  const std::vector<std::pair<std::string, std::string>>& parts = {});

}  // namespace treatygraph::testing
