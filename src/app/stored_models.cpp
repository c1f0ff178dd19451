#include "app/stored_models.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/encoding.h"
#include "base/random.h"
#include "files/model_folder.h"
#include "files/text_file.h"
#include "storage/model_store.h"

namespace slagboom::app {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxModelFile = std::size_t{1} << 20;

/// A folder of our own that goes when we do: models are read from folders, by the same code wherever they come from.
class OwnFolder {
 public:
    OwnFolder() : path_(fs::temp_directory_path() / ("slagboom-model-" + hex(random_bytes(8)))) {
        fs::create_directory(path_);
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~OwnFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

Result<scoring::Model> unpacked_model(const std::string& content) {
    const OwnFolder folder;
    const auto files = nlohmann::json::parse(content);
    for (const auto& [name, text] : files.items()) {
        const fs::path inside(name);
        const bool leaves = inside.is_absolute() || name.find("..") != std::string::npos;
        if (leaves) return Error{"het bewaarde model noemt een bestand buiten zijn map", "", 0, 0};
        fs::create_directories((folder.path() / inside).parent_path());
        std::ofstream(folder.path() / inside, std::ios::binary) << text.get_ref<const std::string&>();
    }
    auto loaded = files::load_model(folder.path().string());
    if (!loaded) return loaded.error().front();
    return std::move(loaded->model);
}

}  // namespace

Result<StoredModels::Loaded> StoredModels::load(storage::Connection& sql, const std::string& hash) {
    const std::lock_guard lock(mutex_);
    if (const auto found = loaded_.find(hash); found != loaded_.end()) return found->second;
    if (!storage::find_model(sql, hash)) return Error{"deze modelversie is er niet", "", 0, 0};
    SLAGBOOM_TRY(scoring::Model model, unpacked_model(storage::model_content(sql, hash)));
    if (model.hash != hash)
        return Error{fmt::format("het bewaarde model geeft nu hash {}, en heet {}", model.hash, hash), "", 0, 0};
    return loaded_.emplace(hash, std::make_shared<const scoring::Model>(std::move(model))).first->second;
}

Result<std::string> packed_model(const std::string& folder) {
    nlohmann::json content = nlohmann::json::object();
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        SLAGBOOM_TRY(std::string text, files::read_file(entry.path().string(), kMaxModelFile));
        content[fs::relative(entry.path(), folder).generic_string()] = std::move(text);
    }
    return content.dump();
}

}  // namespace slagboom::app
