#pragma once

#include "app/signed_in.h"
#include "storage/own_list_store.h"

namespace slagboom::app {

/// Keeps a list of who asks under its name; the last one wins, for nobody else has it.
Answer<Done> save_own_list(System& system, const SignedIn& who, const storage::OwnList& list);
Answer<Done> delete_own_list(System& system, const SignedIn& who, const std::string& name);

}  // namespace slagboom::app
