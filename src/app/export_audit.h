#pragma once

#include <functional>
#include <string_view>

#include "app/audit_line.h"
#include "app/signed_in.h"

namespace slagboom::app {

/// Takes a piece of a long answer on its way out.
using OnText = std::function<void(std::string_view)>;

/// Where the chain ends now, signed. Whoever keeps it elsewhere can later prove that no tail was cut off. Line feed and
/// all it is what `slagboom audit verify --head` takes.
Answer<AuditHead> signed_head(System& system, const SignedIn& who);

/// What goes out beside the entries: all that exists, or without what was written about a provider, for who sees no
/// dossier. The chain can be checked either way.
enum class ExportedContent { all, without_dossiers };

/// Writes the whole chain as lines of JSON, up to and with the entry of this very export, and closes with its signed
/// head, which is also the answer. Needs the memory of some hundreds of entries, however long the chain is.
Answer<AuditHead> export_audit(System& system, const SignedIn& who, ExportedContent content, const OnText& out);

}  // namespace slagboom::app
