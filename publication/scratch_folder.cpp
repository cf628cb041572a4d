#include "publication/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

namespace treatygraph::publication {

Result<ScratchFolder> ScratchFolder::make() {
  std::error_code error;
  const auto base = std::filesystem::temp_directory_path(error);
  if (error) return fail(ErrorCode::Unavailable, "no folder for temporary files: " + error.message());
  auto name = (base / "treatygraph-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    return fail(ErrorCode::Unavailable,
                fmt::format("cannot make a folder in {}: {}", base.string(), std::strerror(errno)));
  return ScratchFolder(name);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace treatygraph::publication
