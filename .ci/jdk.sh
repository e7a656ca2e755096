# Sourced: finds JDKs.

# The major version of the JDK in a folder; nothing when it is none.
major_of() {
  [ -x "$1/bin/javac" ] || return 0
  local version
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  else
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  printf '%s' "$version"
}

# The home of a JDK of this major version: JAVA_HOME, JAVA_HOME_17_X64 and the like (as CI runners set), the javac on
# the PATH, then where Linux and macOS keep JDKs.
jdk() {
  local wanted=$1 candidate path_home=
  if command -v javac >/dev/null; then
    path_home=$(javac -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  local named
  named=$(env | sed -n "s/^JAVA_HOME_${wanted}[_A-Z0-9a-z]*=//p" | head -n 1)
  for candidate in "${JAVA_HOME:-}" "$named" "$path_home" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(major_of "$candidate")" = "$wanted" ]; then
      printf '%s' "$candidate"
      return
    fi
  done
}
